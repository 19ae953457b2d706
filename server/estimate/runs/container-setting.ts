import type { Container, EnvVar } from '../../kubernetes/generated/types.ts';
import { indexAnnotation, indexVariable } from '../../kubernetes/names/index-variable.ts';
import type { CommandSetting } from '../shell/command-line.ts';
import { expandVariables, isSetForServices } from '../shell/expand-variables.ts';
import { basename, isKnownProgram, type MissingProgram, missingProgram } from '../shell/programs/known-commands.ts';
import type { Arguments } from '../shell/programs/program.ts';
import type { ImageKnowledge } from './images.ts';

/** The completion index of the pod that a container is in; one of them, whichever; or none, where the Job is not Indexed. */
export type CompletionIndex = number | 'any' | 'none';

/** In what the command lines of a container run, its own and those of its hooks. */
export interface ContainerSetting {
  readonly setting: CommandSetting;
  /** Replaces `$(NAME)` in the words of a command line; undefined where the variable's value is not known. */
  readonly expand: (words: readonly string[]) => Arguments;
  /** Whether the words go by the completion index. */
  readonly expandByIndex: (words: readonly string[]) => boolean;
  readonly missing: (program: string) => MissingProgram | undefined;
  /** The programs of scripts that readings met so far and that do not exist. */
  readonly absent: readonly AbsentProgram[];
}

/** A program that a script calls and that does not exist: it is misspelt, or its image has none of that name. */
export interface AbsentProgram {
  readonly command: string;
  /** The name that is meant; undefined where the image lacks the program. */
  readonly nearest: string | undefined;
}

/** What of the setting goes by the command line: its own, or that of a hook. */
export type CommandRole = Pick<CommandSetting, 'firstProcess' | 'openInput' | 'unknownSeconds'>;

export function containerSetting(container: Container, image: ImageKnowledge, index: CompletionIndex, role: CommandRole): ContainerSetting {
  const { firstProcess, openInput, unknownSeconds } = role;
  const missing = missingPrograms(container, image);
  const absent: AbsentProgram[] = [];
  const mayBring = bringsPrograms(container);
  const lacks = (command: string) => {
    const found = missing(command);
    const lacking = found?.kind === 'not-in-image' && !mayBring && isKnownProgram(basename(command));
    if (!found || (found.kind !== 'misspelt' && !lacking)) return false;
    absent.push({ command, nearest: found.nearest });
    return true;
  };
  const elsewhere = (container.envFrom ?? []).length > 0;
  const mayBeSet = (variable: string) => elsewhere || image.holds === undefined || isSetForServices(variable);
  const variables = variablesOf(container, index);
  const byIndex = indexVariables(container, index, variables);
  const expandWith = (values: Variables, words: readonly string[]) => words.map((word) => expandVariables(word, values, elsewhere));
  const tools = image.sh === 'ash' ? 'busybox' : 'gnu';
  return {
    // Written out, as one is made for each container: spreading the role takes several times as long.
    setting: { firstProcess, openInput, unknownSeconds, variables, byIndex, mayBeSet, lacks, sh: image.sh, tools },
    expand: (words) => expandWith(variables, words),
    expandByIndex: (words) => byIndex.size > 0 && expandWith(variablesOf(container, 'any'), words).some((word) => word === undefined),
    missing,
    absent,
  };
}

type Variables = ReadonlyMap<string, string | undefined>;

/** The variables whose values go by the completion index: those that are known only with it. */
function indexVariables(container: Container, index: CompletionIndex, variables: Variables): ReadonlySet<string> {
  if (index === 'none') return noVariable;
  const { env = [] } = container;
  // Values that name no other variable are what they are, whatever the index.
  if (env.every(({ value = '', valueFrom }) => !valueFrom && !value.includes('$'))) {
    return env.some(({ name }) => name === indexVariable) ? noVariable : itsOwnVariable;
  }
  const unknown = index === 'any' ? variables : variablesOf(container, 'any');
  return new Set([...variablesOf(container, 0)].filter(([name, value]) => value !== unknown.get(name)).map(([name]) => name));
}

/** The variable that the controller gives to each pod of an Indexed Job. */
const itsOwnVariable: ReadonlySet<string> = new Set([indexVariable]);
const noVariable: ReadonlySet<string> = new Set();

/**
 * The variables that the manifest sets, one in terms of those before it, and that of an Indexed Job, which the controller adds
 * behind them unless it is there (pkg/controller/job/indexed_job_utils.go, 1.37); undefined where only the cluster knows the value.
 */
function variablesOf({ env = [], envFrom = [] }: Container, index: CompletionIndex): Variables {
  const variables = new Map<string, string | undefined>();
  for (const variable of env) {
    const { name = '', value = '', valueFrom } = variable;
    variables.set(name, valueFrom ? indexIn(variable, index) : expandVariables(value, variables, envFrom.length > 0));
  }
  if (index !== 'none' && !variables.has(indexVariable)) variables.set(indexVariable, index === 'any' ? undefined : String(index));
  return variables;
}

const indexPaths: readonly string[] = ['annotations', 'labels'].map((part) => `metadata.${part}['${indexAnnotation}']`);

/** The completion index by its annotation or label. A pod without it has an empty text there. */
function indexIn({ valueFrom }: EnvVar, index: CompletionIndex): string | undefined {
  const path = valueFrom?.fieldRef?.fieldPath ?? '';
  if (!indexPaths.includes(path) || index === 'any') return undefined;
  return index === 'none' ? '' : String(index);
}

/** Whether a script of the container gets programs, or asks for them before it calls them. */
function bringsPrograms({ command = [], args = [] }: Container): boolean {
  return /\b(?:apk|apt|apt-get|wget|cp|mv|ln|tar|unzip|install|alias|command|which|type|hash)\b|PATH=/.test(
    [...command, ...args].join(' '),
  );
}

/** Mounts over the folders of programs, and a search path of one's own, leave nothing certain. */
function missingPrograms(container: Container, image: ImageKnowledge): (program: string) => MissingProgram | undefined {
  const mounted = (container.volumeMounts ?? []).some(({ mountPath }) => /(^|\/)s?bin(\/|$)/.test(mountPath ?? ''));
  if (mounted || (container.env ?? []).some(({ name }) => name === 'PATH')) {
    return (program) => (missingProgram(program, undefined)?.kind === 'spaces' ? missingProgram(program, undefined) : undefined);
  }
  return (program) => missingProgram(program, image.holds);
}
