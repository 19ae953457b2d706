import { type CommandSetting, readCommandLine } from '../shell/command-line.ts';
import type { Arguments } from '../shell/programs/program.ts';
import { deathStatus } from '../shell/state/time.ts';
import { isFailure, type Status } from '../shell/state/value.ts';
import type { Assumption } from './assumption.ts';

/** What SIGTERM does to a container at a moment of its run. */
export interface StopRun {
  /** Nothing, and it goes on to its end or to SIGKILL; it ends at once; or its script answers in a way of its own. */
  readonly kind: 'ignores' | 'ends' | 'handles';
  /** Seconds from SIGTERM to the end; Infinity where nothing changes by it. */
  readonly seconds: number;
  readonly exit: number;
  readonly assumption: Assumption;
}

const ended = deathStatus('TERM') ?? 143;

/** `argv` is empty where only the image knows what runs; such a program is taken to end at once. */
export function stopRun(container: string, argv: Arguments, { sh = 'dash', ...others }: CommandSetting, at: number): StopRun {
  // Where it is not known which shell `sh` is, it is taken for that of most images.
  const setting: CommandSetting = { ...others, sh };
  const ends: StopRun = { kind: 'ends', seconds: 0, exit: ended, assumption: { code: 'estimate-stop-ends', args: { container } } };
  if (argv.length === 0) return ends;
  const undisturbed = readCommandLine(argv, setting);
  // A moment when it is over already says nothing; it is one that the run does not know of, or the last.
  const moment = Math.min(at, Math.max(0, undisturbed.seconds - shortly));
  const stopped = readCommandLine(argv, setting, moment);
  if (stopped.seconds === moment && stopped.status === ended) return ends;
  if (stopped.seconds === undisturbed.seconds && stopped.status === undisturbed.status) {
    const assumption: Assumption = { code: 'estimate-stop-ignores-sigterm', args: { container, command: argv[0] ?? '' } };
    return { kind: 'ignores', seconds: Number.POSITIVE_INFINITY, exit: 137, assumption };
  }
  const seconds = Math.max(0, stopped.seconds - moment);
  return { kind: 'handles', seconds, exit: exitOf(stopped.status), assumption: { code: 'estimate-stop-handles', args: { container } } };
}

/** The last moment before an end, in seconds. */
const shortly = 0.001;

function exitOf(status: Status): number {
  if (typeof status === 'number') return status;
  return isFailure(status) ? 1 : 0;
}
