import type { Container } from '../../kubernetes/generated/types.ts';
import { readCommandLine } from '../shell/command-line.ts';
import { isFailure, type Status } from '../shell/state/value.ts';
import type { Assumption } from './assumption.ts';
import { type CompletionIndex, containerSetting } from './container-setting.ts';
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

/** How a hook goes, as far as it tells. */
interface Course {
  readonly seconds: number;
  readonly known: boolean;
  readonly status: Status;
}

/** Undefined where the container has no such hook. What nothing tells is taken to take no time and to succeed. */
export function estimateHook(container: Container, hook: 'postStart' | 'preStop', index: CompletionIndex = 'any'): HookRun | undefined {
  const handler = container.lifecycle?.[hook];
  if (!handler) return undefined;
  const { exec, sleep, httpGet } = handler;
  const found = ({ seconds, known, status }: Course, inside: boolean): HookRun => {
    const about = { container: container.name ?? '', hook, seconds };
    const fails = isFailure(status);
    return { seconds, fails, inside, assumption: fails ? failure(about) : success(about, known && status !== undefined) };
  };
  const atOnce: Course = { seconds: 0, known: true, status: 0 };
  if (exec) return found(readExec(exec.command ?? [], container, index), true);
  if (sleep) return found({ ...atOnce, seconds: sleep.seconds ?? 0 }, false);
  // The kubelet knows no other handlers any more: it fails them at once (pkg/kubelet/lifecycle/handlers.go, 1.37).
  return found(httpGet ? { ...atOnce, known: false } : { ...atOnce, status: 1 }, true);
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
function readExec(command: readonly string[], container: Container, index: CompletionIndex): Course {
  const [program] = command;
  const role = { firstProcess: false, openInput: false, unknownSeconds: 0 };
  const { setting, missing } = containerSetting(container, imageKnowledge(container.image ?? ''), index, role);
  return program === undefined || missing(program) ? { seconds: 0, known: true, status: 127 } : readCommandLine(command, setting);
}
