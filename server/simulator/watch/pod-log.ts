import type { Instant } from '../engine/clock.ts';
import type { Pod } from '../objects/objects.ts';
import type { PodStep, WatchEvent } from './log.ts';
import type { PodStatusNumbers } from './pod-status-numbers.ts';
import { createRows, type Rows } from './rows.ts';
import { createListTable, createTable, type Place } from './table.ts';

/** How pods changed: each change, of which pod, what it was, and the node that the pod has then, -1 for none. */
export interface PodLog {
  readonly rows: Rows;
  readonly at: readonly Instant[];
  readonly pod: readonly number[];
  readonly step: readonly Place[];
  readonly steps: readonly PodStep[];
  readonly node: readonly Place[];
  readonly nodes: readonly string[];
  /** What its status says besides. */
  readonly status: readonly Place[];
  readonly statuses: readonly PodStatusNumbers[];
  /** Of all statuses together. */
  readonly numbersWritten: number;
  readonly words: readonly string[];
  readonly created: CreatedPods;
}

/**
 * The pods in the order of their creation: the ordinal of the Job, the completion index, -1 without, and how often that index had
 * failed before, ignored failures apart.
 */
export interface CreatedPods {
  readonly rows: Rows;
  readonly job: readonly number[];
  readonly index: readonly number[];
  readonly failures: readonly number[];
  readonly ignoredFailures: readonly number[];
}

type CreatedPod = Pick<Pod, 'index' | 'failures' | 'ignoredFailures'>;

export interface PodWriter extends PodLog {
  add(job: number, pod: CreatedPod): void;
  /** The status is copied. */
  write(at: Instant, ordinal: number, shown: ShownPod, status: PodStatusNumbers): void;
  /** The place of a word in statuses. */
  word(text: string): Place;
}

interface ShownPod extends Omit<PodStep, 'RESTARTS' | 'placed' | 'hidden'> {
  readonly restarts: number;
  readonly hidden: boolean;
  /** Undefined until it has one. */
  readonly node: string | undefined;
}

const events: Readonly<Record<WatchEvent, number>> = { ADDED: 0, MODIFIED: 1, DELETED: 2 };
/** More words than this no run has, nor as many pairs of them. */
const many = 2 ** 20;

export function createPodLog(): PodWriter {
  const [at, pod, step, node, status]: [Instant[], number[], Place[], Place[], Place[]] = [[], [], [], [], []];
  const [job, index, failures, ignoredFailures]: [number[], number[], number[], number[]] = [[], [], [], []];
  const rows = createRows();
  const created = createRows();
  const nodes = createTable<string>(same, same);
  const words = createTable<string>(same, same);
  const pairs = createTable(({ READY, STATUS }: ShownPod) => words.place(READY) * many + words.place(STATUS), same);
  const steps = createTable(keyOf, stepOf);
  const statuses = createListTable();

  /** Numbers are found sooner than texts, and there are very many rows. */
  function keyOf(shown: ShownPod): number {
    const rest = events[shown.event] * 4 + (shown.node === undefined ? 0 : 1) + (shown.hidden ? 2 : 0);
    return (shown.restarts * many + pairs.place(shown)) * 12 + rest;
  }
  return {
    rows,
    at,
    pod,
    step,
    steps: steps.rows,
    node,
    nodes: nodes.rows,
    status,
    statuses: statuses.rows,
    get numbersWritten() {
      return statuses.numbers;
    },
    words: words.rows,
    word: words.place,
    created: { rows: created, job, index, failures, ignoredFailures },
    add(ofJob, one) {
      created.add();
      job.push(ofJob);
      index.push(one.index);
      failures.push(one.failures);
      ignoredFailures.push(one.ignoredFailures);
    },
    write(instant, ordinal, shown, numbers) {
      rows.add();
      at.push(instant);
      pod.push(ordinal);
      step.push(steps.place(shown));
      node.push(shown.node === undefined ? -1 : nodes.place(shown.node));
      status.push(statuses.place(numbers));
    },
  };
}

function stepOf({ event, READY, STATUS, restarts, node, hidden }: ShownPod): PodStep {
  return { event, READY, STATUS, RESTARTS: `${restarts}`, placed: node !== undefined, ...(hidden ? { hidden } : {}) };
}

function same<Thing>(thing: Thing): Thing {
  return thing;
}
