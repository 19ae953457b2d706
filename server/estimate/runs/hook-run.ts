import type { Container } from '../../kubernetes/generated/types.ts';
import { readCommand } from '../shell/command-line.ts';
import { ends, type Reading } from '../shell/reading.ts';
import type { Assumption } from './assumption.ts';
import { surroundingsOf } from './container-surroundings.ts';
import { imageKnowledge } from './images.ts';

/** What a lifecycle hook of a container is taken to do. */
export interface HookRun {
  /** Infinity: until something stops it. */
  readonly seconds: number;
  readonly fails: boolean;
  /** It runs inside the container and ends with it; the kubelet sleeps on its own. */
  readonly inside: boolean;
  readonly assumption: Assumption;
}

/** Undefined where the container has no such hook. What nothing tells is taken to take no time and to succeed. */
export function estimateHook(container: Container, hook: 'postStart' | 'preStop'): HookRun | undefined {
  const handler = container.lifecycle?.[hook];
  if (!handler) return undefined;
  const { exec, sleep, httpGet } = handler;
  const found = (reading: Reading, inside: boolean): HookRun => {
    const { seconds, exit = 0 } = reading;
    const known = reading.known && reading.exit !== undefined;
    const about = { container: container.name ?? '', hook, seconds };
    return { seconds, fails: exit !== 0, inside, assumption: exit === 0 ? success(about, known) : failure(about) };
  };
  if (exec) return found(readExec(exec.command ?? [], container), true);
  if (sleep) return found(ends(0, sleep.seconds ?? 0), false);
  // The kubelet knows no other handlers any more: it fails them at once (pkg/kubelet/lifecycle/handlers.go, 1.37).
  return found(httpGet ? { ...ends(0), known: false } : ends(1), true);
}

interface About {
  readonly container: string;
  readonly hook: 'postStart' | 'preStop';
  readonly seconds: number;
}

function success({ container, hook, seconds }: About, known: boolean): Assumption {
  if (seconds === Number.POSITIVE_INFINITY) return { code: 'estimate-hook-never-ends', args: { container, hook } };
  return { code: known ? 'estimate-hook-read' : 'estimate-hook-assumed', args: { container, hook, seconds } };
}

function failure({ container, hook, seconds }: About): Assumption {
  return { code: `estimate-hook-fails-${hook}`, args: { container, seconds } };
}

/** Nothing expands `$(NAME)` here, as it does in a container's own command; a program that does not exist fails the hook. */
function readExec(command: readonly string[], container: Container): Reading {
  const [program] = command;
  const { around, missing } = surroundingsOf(container, imageKnowledge(container.image ?? ''));
  return program === undefined || missing(program) ? ends(127) : readCommand(command, around);
}
