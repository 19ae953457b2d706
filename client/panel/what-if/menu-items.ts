import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { PodChange, PodMeant, ScenarioAction, WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';

/** An item of a menu: it makes an edit at once, or asks for a value first. */
export type MenuItem = { readonly label: string; readonly edit: WhatIfEdit } | { readonly label: string; readonly ask: Question };

export interface Question {
  readonly label: string;
  readonly initial: string;
  /** Undefined where the answer cannot be read. */
  readonly editOf: (answer: string) => WhatIfEdit | undefined;
}

export interface PodInMenu {
  /** As scenarios mean it, within its Job. */
  readonly meant: PodMeant;
  /** Its number among all pods, by which actions mean it. */
  readonly ordinal: number;
  /** Its containers are restarted in place, so a failure is one of its first run. */
  readonly restartsInPlace: boolean;
  /** Where it is; undefined where it never got a node. */
  readonly node?: string | undefined;
}

/** What can be changed of a pod, and what can be done to it at a second, which `when` says in words. */
export function podItems({ meant, ordinal, restartsInPlace, node }: PodInMenu, second: Seconds, when: string): readonly MenuItem[] {
  const once = restartsInPlace ? ({ firstRunOnly: true } as const) : {};
  const edit = (change: PodChange): WhatIfEdit => ({
    kind: 'pod',
    pod: meant,
    change,
    ...('exit' in change || 'outOfMemory' in change ? once : {}),
  });
  const action = (what: ActionAlone): WhatIfEdit => ({ kind: 'action', action: { at: second, ...what } });
  return [
    { label: t('Let it fail (exit code 1)'), edit: edit({ exit: 1 }) },
    {
      label: t('Exit code …'),
      ask: { label: t('Exit code, 0 to 255'), initial: '3', editOf: (text) => wholeIn(text, 255, (exit) => edit({ exit })) },
    },
    { label: t('Run out of memory'), edit: edit({ outOfMemory: true }) },
    {
      label: t('Run time …'),
      ask: {
        label: t('Seconds that it runs'),
        initial: '60',
        editOf: (text) => inRange(text, Infinity, (seconds) => edit({ for: seconds })),
      },
    },
    { label: t('Never get its image'), edit: edit({ cannotPull: true }) },
    { label: t('Never get a node'), edit: edit({ cannotSchedule: true }) },
    { label: t('Never start its containers'), edit: edit({ cannotStart: true }) },
    { label: t('Delete it at {0}', when), edit: action({ deletePod: ordinal }) },
    { label: t('Evict it at {0}', when), edit: action({ evictPod: ordinal }) },
    { label: t('Kill its container at {0}', when), edit: action({ killContainer: ordinal }) },
    ...(node === undefined ? [] : [{ label: t('Fail its node, {0}, at {1}', node, when), edit: action({ failNode: node }) }]),
  ];
}

/** What can be done to the object at a second. */
export function momentItems(kind: 'Job' | 'CronJob', second: Seconds): readonly MenuItem[] {
  const action = (what: ActionAlone): WhatIfEdit => ({ kind: 'action', action: { at: second, ...what } });
  const spec = (fields: Readonly<Record<string, unknown>>) => action({ patch: { spec: fields } });
  const parallelism = (count: number) => (kind === 'Job' ? { parallelism: count } : { jobTemplate: { spec: { parallelism: count } } });
  return [
    { label: t('Suspend'), edit: spec({ suspend: true }) },
    { label: t('Resume'), edit: spec({ suspend: false }) },
    {
      label: t('Set parallelism …'),
      ask: {
        label: t('Parallelism'),
        initial: '2',
        editOf: (text) => wholeIn(text, mostWhole, (count) => spec(parallelism(count))),
      },
    },
    {
      label: t('Edit a field …'),
      ask: { label: t('Field = value'), initial: 'spec.completions=5', editOf: (text) => patchOf(text, action) },
    },
    {
      label: t('Delete a pod …'),
      ask: {
        label: t('Number of the pod'),
        initial: '0',
        editOf: (text) => wholeIn(text, mostWhole, (pod) => action({ deletePod: pod })),
      },
    },
    { label: t('Fail node-1'), edit: action({ failNode: 'node-1' }) },
    { label: kind === 'Job' ? t('Delete the Job') : t('Delete the CronJob'), edit: action({ delete: 'Background' }) },
  ];
}

type ActionAlone = ScenarioAction extends infer One ? (One extends ScenarioAction ? Omit<One, 'at'> : never) : never;

function inRange(text: string, most: number, edit: (amount: number) => WhatIfEdit | undefined): WhatIfEdit | undefined {
  const amount = Number(text.trim());
  return text.trim() !== '' && amount >= 0 && amount <= most && Number.isFinite(amount) ? edit(amount) : undefined;
}

/** What a field of 32 bits holds. */
const mostWhole = 2 ** 31 - 1;

function wholeIn(text: string, most: number, edit: (amount: number) => WhatIfEdit): WhatIfEdit | undefined {
  return inRange(text, most, (amount) => (Number.isInteger(amount) ? edit(amount) : undefined));
}

/** `spec.completions=5` as a merge patch; the value is JSON, otherwise the text itself. */
function patchOf(text: string, action: (what: ActionAlone) => WhatIfEdit): WhatIfEdit | undefined {
  const [, path, value] = /^\s*([\w.-]+)\s*=\s*(.+?)\s*$/.exec(text) ?? [];
  if (path === undefined || value === undefined) return undefined;
  const patch = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), plainValue(value));
  return isFields(patch) ? action({ patch }) : undefined;
}

function plainValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
