import type { Command, Statements } from '../syntax/tree.ts';
import type { Status, Value, Variable } from './value.ts';

/** The shells that are told apart; `sh` is one of them. */
export type Dialect = 'ash' | 'dash' | 'bash' | 'posix-bash';

/** What holds for all shells of one reading. */
export interface World {
  /** Which shell `sh` is. */
  readonly sh: Dialect;
  /** Whose programs there are, where they differ. */
  readonly tools: 'busybox' | 'gnu';
  /** Whether the name is a slip, so that there is no such program; others may be installed by the script itself. */
  readonly lacks: (program: string) => boolean;
  /** Whether a variable that nobody set may be set all the same: by the image, or by what the manifest does not show. */
  readonly mayBeSet: (variable: string) => boolean;
  /** The variables whose values go by the completion index of the pod. */
  readonly byIndex: ReadonlySet<string>;
  /** How long one thing of unknown length is taken to last, and which of them that is: the others take no time. */
  readonly unknownSeconds: number;
  readonly lasting: number;
  /** How many there were so far, and which of them took the place of the shell, if one did. */
  readonly unknown: { count: number; replacing: number | undefined };
  /** Runs statements in a shell: handed in, as commands stand inside words and words inside commands. */
  readonly interpret: (shell: Shell, statements: Statements) => void;
  /** What is used up: every command is a step, and without any left the reading gives up. */
  readonly left: { steps: number };
  /** Whether anything depended on which shell `sh` is, or on the completion index. */
  readonly asked: { sh: boolean; index: boolean };
  /** Whether something was done to the shell or its jobs that is not followed. */
  readonly lost: { control: boolean };
}

/** How the run of a shell goes elsewhere than to the next statement. */
export type Leaving =
  | { readonly kind: 'break' | 'continue'; readonly levels: number }
  | { readonly kind: 'return' }
  | { readonly kind: 'exit' }
  /** Its process is over: killed, replaced by another program, or done with its traps. */
  | { readonly kind: 'ended' };

/** Something written, and when; undefined where only the run can tell what. */
export interface Written {
  readonly at: number;
  readonly text: string | undefined;
}

/** Where input comes from. */
export interface Source {
  readonly written: readonly Written[];
  /** When no more comes; Infinity: it stays open for ever. */
  readonly endsAt: number;
  /** How many characters are read already; undefined where that cannot be told. */
  place: number | undefined;
  /** Whether its end was read. */
  over: boolean;
}

/** A moment, and whether it is known. */
export interface Held {
  readonly until: number;
  readonly known: boolean;
}

/** A job in the background. */
export interface Job {
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly known: boolean;
  /** Whether it answers signals in a way of its own. */
  readonly traps: boolean;
  /** Whether it keeps what it writes to open until its end. */
  readonly holdsOutput: boolean;
  /** Whether its end was waited for. */
  readonly waited: boolean;
}

/** How a shell may have ended already, where that could not be told: when, undefined if at one time or another. */
export interface PossibleEnd {
  readonly time: number | undefined;
  readonly status: Status;
}

/** A shell, or a part of one that runs in a process of its own, at one moment of its run. */
export interface Shell {
  readonly world: World;
  readonly dialect: Dialect;
  /** Whether its process is the first of the container: signals that it does not handle pass it by. */
  readonly firstProcess: boolean;
  /** Whether it is a part of another shell, in a process of its own. */
  readonly isPart: boolean;
  /** Seconds from the start of the container; Infinity: it never comes to the next statement. */
  time: number;
  /** Whether the time is known. */
  known: boolean;
  status: Status;
  leaving: Leaving | undefined;
  /** Null: it was unset. What is not in it is not set either, as far as `mayBeSet` tells. */
  readonly variables: Map<string, Variable>;
  readonly exported: Set<string>;
  /** Undefined values: a function of that name, but which one cannot be told. */
  readonly functions: Map<string, Command | undefined>;
  /** The arguments `$1` and so on; undefined where not even their number is known. */
  parameters: readonly Value[] | undefined;
  name: Value;
  readonly options: Set<string>;
  /** By signal, or EXIT; an empty action ignores the signal, undefined is an action that cannot be told. */
  readonly traps: Map<string, string | undefined>;
  readonly jobs: Map<number, Job>;
  lastJob: number | undefined;
  /** Until when what its parts left behind in the background keeps its output open. */
  held: Held;
  /** Where what it writes goes to, and its complaints; undefined where nobody reads them. */
  output: Written[] | undefined;
  errors: Written[] | undefined;
  input: Source;
  /** Failures are being tested: `set -e` does not count. */
  tested: boolean;
  /** The status of the last command substitution of the command being run, if it had any. */
  substituted: Status | 'none';
  /** How many loops are around, within the function or the part of the shell; and whether there are more around that. */
  loops: number;
  loopsAround: boolean;
  /** For each function that is being run the variables to bring back behind it. */
  readonly locals: Map<string, { readonly before: Variable } | 'unset'>[];
  nesting: number;
  mayHaveEnded: PossibleEnd | undefined;
  /** The command behind which nothing comes, so that it takes the shell's place. */
  last: Command | undefined;
  /** When SIGTERM comes. */
  termAt: number | undefined;
  /** The signal that is to be answered when the command is over. */
  pending: string | undefined;
  /** The trap that is being run, and the status before it. */
  answering: { readonly signal: string; readonly status: Status } | undefined;
  /** The status that a signal ended it with, whatever its EXIT trap says. */
  killed: number | undefined;
}

/** What a new shell begins with. */
export type Beginning = Pick<Shell, 'world' | 'dialect' | 'firstProcess' | 'time' | 'known' | 'variables' | 'exported' | 'input'> &
  Partial<Pick<Shell, 'parameters' | 'name' | 'options' | 'output' | 'errors' | 'termAt' | 'nesting'>>;

/** Written out, as one is made for each script of each container: spreading a default would take several times as long. */
export function createShell(beginning: Beginning): Shell {
  const { world, dialect, firstProcess, time, known, variables, exported, input } = beginning;
  const { parameters = [], name, options = new Set(), output, errors, termAt, nesting = 0 } = beginning;
  return {
    world,
    dialect,
    firstProcess,
    isPart: false,
    time,
    known,
    status: 0,
    leaving: undefined,
    variables,
    exported,
    functions: new Map(),
    parameters,
    name,
    options,
    traps: new Map(),
    jobs: new Map(),
    lastJob: undefined,
    held: { until: 0, known: true },
    input,
    output,
    errors,
    tested: false,
    substituted: 'none',
    loops: 0,
    loopsAround: false,
    locals: [],
    nesting,
    mayHaveEnded: undefined,
    last: undefined,
    termAt,
    pending: undefined,
    answering: undefined,
    killed: undefined,
  };
}

/** A part of a shell in a process of its own: it begins with what the shell has, and what it changes is lost with it. */
export function partOf(shell: Shell): Shell {
  return {
    ...shell,
    firstProcess: false,
    isPart: true,
    variables: new Map(shell.variables),
    exported: new Set(shell.exported),
    functions: new Map(shell.functions),
    options: new Set(shell.options),
    // Ignored signals stay ignored; the rest is as it was before any trap.
    traps: new Map([...shell.traps].filter(([, action]) => action === '')),
    jobs: new Map(),
    held: { until: 0, known: true },
    loops: 0,
    loopsAround: shell.loopsAround || shell.loops > 0,
    locals: shell.locals.map((saved) => new Map(saved)),
    mayHaveEnded: undefined,
    last: undefined,
    termAt: undefined,
    pending: undefined,
    answering: undefined,
  };
}

/** Input that is over before it begins. */
export function noInput(): Source {
  return { written: [], endsAt: 0, place: 0, over: false };
}

/** Which shell it is; that it is asked shows that the answer matters. */
export function isDialect(shell: Shell, ...dialects: readonly Dialect[]): boolean {
  shell.world.asked.sh = true;
  return dialects.includes(shell.dialect);
}

export function isBash(shell: Shell): boolean {
  return isDialect(shell, 'bash', 'posix-bash');
}
