import type { Arguments } from './programs/program.ts';
import { interpret } from './run/interpreter.ts';
import { runOutside } from './run/outside.ts';
import { finish } from './state/finish.ts';
import { createShell, type Dialect, noInput, type Shell, type World } from './state/shell.ts';
import { eitherStatus, type Status } from './state/value.ts';

/** In what a command line runs. */
export interface CommandSetting {
  /** Environment variables; undefined values are set, but only the cluster knows to what. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Those of them whose values go by the completion index of the pod. */
  readonly byIndex: ReadonlySet<string>;
  /** Whether a variable that is not among them may be set all the same. */
  readonly mayBeSet: (variable: string) => boolean;
  /** Whether the name is a slip, so that no such program exists; others may be installed by the script itself. */
  readonly lacks: (program: string) => boolean;
  /** Which shell `sh` is, where that is known. */
  readonly sh: Dialect | undefined;
  readonly tools: World['tools'];
  /** Whether it is the first process of its container, to which the kernel lets no signal do harm that it does not handle. */
  readonly firstProcess: boolean;
  /** Whether somebody may write to its input for ever; otherwise there is none. */
  readonly openInput: boolean;
  /** How many seconds one thing of unknown length is taken to last. */
  readonly unknownSeconds: number;
}

/** What a command line says of its own run. */
export interface CommandRun {
  /** How long it runs; Infinity: until something stops it. Where not all is known, part of it is assumed. */
  readonly seconds: number;
  /** Whether the time is known. Where it is not, what is unknown is taken to succeed. */
  readonly known: boolean;
  readonly status: Status;
  /** Whether the completion index was asked for. */
  readonly byIndex: boolean;
}

/** How much is read of one command line: every command that it runs is a step. */
const mostSteps = 20_000;

const anyShell: readonly Dialect[] = ['dash', 'ash', 'posix-bash'];

/**
 * Reads what a command line does, its scripts included. `termAt` says when SIGTERM comes, in seconds from its start. Where it
 * matters which shell `sh` is and that is not known, only what they all do is known.
 */
export function readCommandLine(argv: Arguments, setting: CommandSetting, termAt?: number): CommandRun {
  const [first = 'dash', ...others] = setting.sh === undefined ? anyShell : [setting.sh];
  const shell = run(argv, setting, first, termAt);
  const runs = [shell, ...(shell.world.asked.sh ? others.map((sh) => run(argv, setting, sh, termAt)) : [])];
  return {
    seconds: shell.time,
    known: runs.every(({ known, time, world }) => known && time === shell.time && !world.lost.control),
    status: runs.map(({ status }) => status).reduce(eitherStatus),
    byIndex: runs.some(({ world }) => world.asked.index),
  };
}

/**
 * Of several things of unknown length the first is taken to last; but where one takes the place of the shell, as `exec` has
 * it, that is what the container is for.
 */
function run(argv: Arguments, setting: CommandSetting, sh: Dialect, termAt: number | undefined): Shell {
  const undisturbed = runOnce(argv, setting, { sh, termAt: undefined, lasting: 1 });
  const { replacing = 1 } = undisturbed.world.unknown;
  return termAt === undefined && replacing === 1 ? undisturbed : runOnce(argv, setting, { sh, termAt, lasting: replacing });
}

interface Circumstances {
  readonly sh: Dialect;
  readonly termAt: number | undefined;
  readonly lasting: number;
}

function runOnce(argv: Arguments, setting: CommandSetting, { sh, termAt, lasting }: Circumstances): Shell {
  const { variables, firstProcess, openInput } = setting;
  const { byIndex, mayBeSet, lacks, tools, unknownSeconds } = setting;
  const world: World = {
    sh,
    tools,
    lacks,
    mayBeSet,
    byIndex,
    unknownSeconds,
    lasting,
    unknown: { count: 0, replacing: undefined },
    interpret,
    left: { steps: mostSteps },
    asked: { sh: false, index: false },
    lost: { control: false },
  };
  const shell = createShell({
    world,
    dialect: sh,
    firstProcess,
    time: 0,
    known: true,
    variables: new Map(variables),
    exported: new Set(variables.keys()),
    input: openInput ? { ...noInput(), endsAt: Number.POSITIVE_INFINITY } : noInput(),
    termAt,
  });
  runOutside(shell, argv, true);
  finish(shell);
  return shell;
}
