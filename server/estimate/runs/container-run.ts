import type { Container, PodSpec } from '../../kubernetes/generated/types.ts';
import { type CommandRun, readCommandLine } from '../shell/command-line.ts';
import type { MissingProgram } from '../shell/programs/known-commands.ts';
import { isFailure } from '../shell/state/value.ts';
import type { Assumption } from './assumption.ts';
import { type AbsentProgram, type CompletionIndex, containerSetting } from './container-setting.ts';
import { servesOthers } from './helper.ts';
import { estimateHook, type HookRun } from './hook-run.ts';
import { type ImageKnowledge, imageKnowledge, isInvalidImage } from './images.ts';
import { type StopRun, stopRun } from './stop-run.ts';

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
  /** It never runs, whatever the rest says, and waits for ever with that reason. */
  readonly neverStarts?: NeverStarts;
  /** The first program that the script calls and that does not exist; it ends with exit code 127, and the script may go on. */
  readonly absent?: AbsentProgram;
  /** What happens if SIGTERM comes so many seconds after its start. */
  readonly stopAt: (seconds: number) => StopRun;
  /** What is assumed of the run. */
  readonly assumption: Assumption;
  /** Whether it may be another with another completion index. */
  readonly byIndex: boolean;
  /** That its probes succeed; absent where it has none. */
  readonly probeAssumption?: Assumption;
  /** What runs right after its start, and before it gets SIGTERM. */
  readonly postStart?: HookRun;
  readonly preStop?: HookRun;
}

export interface NeverStarts {
  readonly reason: 'InvalidImageName' | 'CreateContainerConfigError';
  readonly assumption: Assumption;
}

/**
 * Reads what a container will do from its command, arguments, variables and image name, in the pod of a completion index or in
 * any pod.
 */
export function estimateContainerRun(container: Container, pod: PodSpec = {}, index: CompletionIndex = 'any'): ContainerEstimate {
  const { name = '', stdin: openInput = false } = container;
  const image = imageKnowledge(container.image ?? '');
  const firstProcess = pod.shareProcessNamespace !== true && pod.hostPID !== true;
  const role = { firstProcess, openInput, unknownSeconds: defaultRunSeconds };
  const { setting, expand, expandByIndex, missing, absent: calledInVain } = containerSetting(container, image, index, role);
  const words = commandLine(container, image);
  const argv = expand(words);
  const others = {
    ...{ stopAt: (seconds: number) => stopRun(name, argv, setting, seconds) },
    ...{ ...neverStarts(container, pod, image), ...probesOf(container), ...hooksOf(container, index) },
  };
  const [program] = argv;
  const absent = program === undefined ? undefined : missing(program);
  const byIndex = expandByIndex(words);
  if (program !== undefined && absent) {
    const assumption = startAssumption(name, program, absent);
    return { seconds: 0, exit: 128, known: true, cannotStart: 'StartError', missing: absent, assumption, byIndex, ...others };
  }
  const read = argv.length > 0 ? readCommandLine(argv, setting) : ownProgram(container, image);
  const serves = !read.known && servesOthers(container, pod);
  const run: CommandRun = serves ? { ...read, seconds: Number.POSITIVE_INFINITY } : read;
  const { seconds } = run;
  const exit = exitOf(run);
  const known = run.known && typeof run.status === 'number';
  const sidecar = !known && container.restartPolicy === 'Always' && pod.initContainers?.includes(container) === true;
  const assumption = roleAssumption(name, { sidecar, serves }) ?? runAssumption(run, { container: name, seconds, exit });
  return {
    seconds,
    exit,
    known,
    assumption,
    byIndex: byIndex || run.byIndex,
    ...(calledInVain[0] ? { absent: calledInVain[0] } : {}),
    ...others,
  };
}

/** What is not known is taken to succeed; of what surely fails, the number is taken to be 1. */
function exitOf({ status }: CommandRun): number {
  if (typeof status === 'number') return status;
  return isFailure(status) ? 1 : 0;
}

function startAssumption(container: string, command: string, { kind, nearest = '' }: MissingProgram): Assumption {
  if (kind === 'misspelt') return { code: 'estimate-misspelt', args: { container, command, nearest } };
  return { code: `estimate-${kind}`, args: { container, command } };
}

/** What is assumed of a container by its part in the pod, where its command does not tell. */
function roleAssumption(container: string, { sidecar, serves }: { readonly sidecar: boolean; readonly serves: boolean }) {
  if (sidecar) return { code: 'estimate-sidecar', args: { container } } as const;
  return serves ? ({ code: 'estimate-serves', args: { container } } as const) : undefined;
}

function runAssumption(
  { known, status }: CommandRun,
  args: { readonly container: string; readonly seconds: number; readonly exit: number },
): Assumption {
  if (args.seconds === Number.POSITIVE_INFINITY) return { code: 'estimate-never-ends', args: { container: args.container } };
  const nothing = args.seconds === defaultRunSeconds && args.exit === 0;
  if (!known) return { code: nothing ? 'estimate-default' : 'estimate-partly', args };
  return { code: typeof status === 'number' ? 'estimate-read' : 'estimate-exit-unknown', args };
}

/** Its image is no image name, or it may not run as root and would. */
function neverStarts(container: Container, pod: PodSpec, known: ImageKnowledge): Pick<ContainerEstimate, 'neverStarts'> {
  const { name = '', image = '' } = container;
  if (isInvalidImage(image)) {
    return {
      neverStarts: { reason: 'InvalidImageName', assumption: { code: 'estimate-invalid-image', args: { container: name, image } } },
    };
  }
  if (!runsAsForbiddenRoot(container, pod, known)) return {};
  return { neverStarts: { reason: 'CreateContainerConfigError', assumption: { code: 'estimate-root', args: { container: name } } } };
}

/** The kubelet refuses it (pkg/kubelet/kuberuntime/security_context_others.go verifyRunAsNonRoot, 1.37). */
function runsAsForbiddenRoot(container: Container, pod: PodSpec, { root }: ImageKnowledge): boolean {
  const nonRoot = container.securityContext?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot;
  const user = container.securityContext?.runAsUser ?? pod.securityContext?.runAsUser;
  return nonRoot === true && (user === undefined ? root : user === 0);
}

function probesOf({ name = '', startupProbe, readinessProbe, livenessProbe }: Container): Pick<ContainerEstimate, 'probeAssumption'> {
  const probed = startupProbe ?? readinessProbe ?? livenessProbe;
  return probed ? { probeAssumption: { code: 'estimate-probes', args: { container: name } } } : {};
}

function hooksOf(container: Container, index: CompletionIndex): Pick<ContainerEstimate, 'postStart' | 'preStop'> {
  if (!container.lifecycle) return {};
  const [postStart, preStop] = [estimateHook(container, 'postStart', index), estimateHook(container, 'preStop', index)];
  return { ...(postStart ? { postStart } : {}), ...(preStop ? { preStop } : {}) };
}

/** The words of the command line, none where the image alone knows it. */
function commandLine({ command = [], args = [] }: Container, image: ImageKnowledge): readonly string[] {
  return command.length || image.runsArguments ? [...command, ...args] : [];
}

/** What runs where the manifest gives no command line. */
function ownProgram({ args = [], stdin = false }: Container, image: ImageKnowledge): CommandRun {
  const atOnce: CommandRun = { seconds: 0, known: true, status: 0, byIndex: false };
  const prompts = image.runsArguments && args.length === 0;
  if (prompts && stdin) return { ...atOnce, seconds: Number.POSITIVE_INFINITY };
  return prompts || (image.greets && args.length === 0) ? atOnce : { ...atOnce, seconds: defaultRunSeconds, known: false };
}
