import type { Container, PodSpec } from '../../kubernetes/generated/types.ts';
import { type Arguments, readCommand } from '../shell/command-line.ts';
import { expandVariables } from '../shell/expand-variables.ts';
import { ignoresSigterm } from '../shell/first-process.ts';
import { basename, isShell, type MissingProgram } from '../shell/known-commands.ts';
import { ends, neverEnds, type Reading, type Surroundings, unknown } from '../shell/reading.ts';
import type { Assumption } from './assumption.ts';
import { surroundingsOf } from './container-surroundings.ts';
import { estimateHook, type HookRun } from './hook-run.ts';
import { type ImageKnowledge, imageKnowledge, isInvalidImage } from './images.ts';

/** How long a container is taken to run where nothing tells. */
const defaultRunSeconds = 10;

/** What a container is taken to do each time it starts. */
export interface ContainerEstimate {
  /** Infinity: until something stops it. */
  readonly seconds: number;
  readonly exit: number;
  /** Whether time and exit code are read from the manifest; otherwise they are a default, at least in part. */
  readonly known: boolean;
  /** The program does not exist: the container never runs, its state is this reason with exit code 128. */
  readonly cannotStart?: 'StartError';
  readonly missing?: MissingProgram;
  /** Its image is no image name: it never runs, whatever the rest says, and waits as InvalidImageName for ever. */
  readonly neverStarts?: Assumption;
  /** A program that the script calls and that does not exist; it ends with exit code 127, and the script may go on. */
  readonly misspelt?: { readonly command: string; readonly nearest: string };
  /** What SIGTERM does: nothing until SIGKILL after the grace period (exit code 137), or it ends at once (143). */
  readonly stop: 'ignores-sigterm' | 'ends';
  /** What is assumed of the run, and of a stop, should there be one. */
  readonly assumption: Assumption;
  readonly stopAssumption: Assumption;
  /** That its probes succeed; absent where it has none. */
  readonly probeAssumption?: Assumption;
  /** What runs right after its start, and before it gets SIGTERM. */
  readonly postStart?: HookRun;
  readonly preStop?: HookRun;
}

/** Reads what a container will do from its command, arguments, variables and image name. */
export function estimateContainerRun(container: Container, pod: PodSpec = {}): ContainerEstimate {
  const { name = '' } = container;
  const image = imageKnowledge(container.image ?? '');
  const { around, missing, misspelt } = surroundingsOf(container, image);
  const argv = commandLine(container, image, around.variables);
  const others = { ...stopOf(argv, pod, name), ...neverStarts(container), ...probesOf(container), ...hooksOf(container) };
  const [program] = argv ?? [];
  const absent = program === undefined ? undefined : missing(program);
  if (program !== undefined && absent) {
    const assumption = startAssumption(name, program, absent);
    return { seconds: 0, exit: 128, known: true, cannotStart: 'StartError', missing: absent, assumption, ...others };
  }
  const reading = argv ? read(argv, container, around) : ownProgram(container, image);
  const seconds = reading.seconds + (reading.known ? 0 : defaultRunSeconds);
  const exit = reading.exit ?? 0;
  const known = reading.known && reading.exit !== undefined;
  const sidecar = !known && container.restartPolicy === 'Always' && pod.initContainers?.includes(container);
  const assumption = sidecar ? sidecarAssumption(name) : runAssumption(reading, { container: name, seconds, exit });
  return { seconds, exit, known, assumption, ...(misspelt[0] ? { misspelt: misspelt[0] } : {}), ...others };
}

function startAssumption(container: string, command: string, { kind, nearest = '' }: MissingProgram): Assumption {
  if (kind === 'misspelt') return { code: 'estimate-misspelt', args: { container, command, nearest } };
  return { code: `estimate-${kind}`, args: { container, command } };
}

function sidecarAssumption(container: string): Assumption {
  return { code: 'estimate-sidecar', args: { container } };
}

function runAssumption(
  reading: Reading,
  args: { readonly container: string; readonly seconds: number; readonly exit: number },
): Assumption {
  if (reading.seconds === Number.POSITIVE_INFINITY) return { code: 'estimate-never-ends', args: { container: args.container } };
  if (!reading.known) return { code: reading.seconds > 0 ? 'estimate-partly' : 'estimate-default', args };
  return { code: reading.exit === undefined ? 'estimate-exit-unknown' : 'estimate-read', args };
}

function neverStarts({ name = '', image = '' }: Container): Pick<ContainerEstimate, 'neverStarts'> {
  return isInvalidImage(image) ? { neverStarts: { code: 'estimate-invalid-image', args: { container: name, image } } } : {};
}

function probesOf({ name = '', startupProbe, readinessProbe, livenessProbe }: Container): Pick<ContainerEstimate, 'probeAssumption'> {
  const probed = startupProbe ?? readinessProbe ?? livenessProbe;
  return probed ? { probeAssumption: { code: 'estimate-probes', args: { container: name } } } : {};
}

function hooksOf(container: Container): Pick<ContainerEstimate, 'postStart' | 'preStop'> {
  if (!container.lifecycle) return {};
  const [postStart, preStop] = [estimateHook(container, 'postStart'), estimateHook(container, 'preStop')];
  return { ...(postStart ? { postStart } : {}), ...(preStop ? { preStop } : {}) };
}

/** The words of the command line, undefined where the image alone knows it. */
function commandLine(
  { command = [], args = [], envFrom = [] }: Container,
  image: ImageKnowledge,
  variables: ReadonlyMap<string, string | undefined>,
): Arguments | undefined {
  const words = command.length || image.runsArguments ? [...command, ...args] : [];
  return words.length ? words.map((word) => expandVariables(word, variables, envFrom.length > 0)) : undefined;
}

/** A shell without arguments waits where standard input is kept open. */
function read(argv: Arguments, { stdin }: Container, around: Surroundings): Reading {
  const prompt = argv.length === 1 && isShell(basename(argv[0] ?? ''));
  return prompt && stdin ? neverEnds : readCommand(argv, around);
}

/** What runs where the manifest gives no command line. */
function ownProgram(container: Container, image: ImageKnowledge): Reading {
  if (container.args?.length) return unknown;
  if (image.runsArguments && container.stdin) return neverEnds;
  return image.runsArguments || image.greets ? ends(0) : unknown;
}

function stopOf(argv: Arguments | undefined, pod: PodSpec, container: string): Pick<ContainerEstimate, 'stop' | 'stopAssumption'> {
  const first = pod.shareProcessNamespace !== true && pod.hostPID !== true;
  if (!first || !argv || !ignoresSigterm(argv))
    return { stop: 'ends', stopAssumption: { code: 'estimate-stop-ends', args: { container } } };
  const args = { container, command: argv[0] ?? '' };
  return { stop: 'ignores-sigterm', stopAssumption: { code: 'estimate-stop-ignores-sigterm', args } };
}
