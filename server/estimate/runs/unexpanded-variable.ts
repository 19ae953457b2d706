import type { Container } from '../../kubernetes/generated/types.ts';
import { indexVariable } from '../../kubernetes/names/index-variable.ts';
import { isSetForServices } from '../shell/expand-variables.ts';
import { basename, isShell } from '../shell/programs/known-commands.ts';
import { imageKnowledge } from './images.ts';

/** Something that looks like a variable and is passed on as it stands. */
export interface UnexpandedVariable {
  readonly list: 'env' | 'command' | 'args';
  /** Its place in that list. */
  readonly place: number;
  /** As it is written: `$(NAME)`, `$NAME`. */
  readonly text: string;
  readonly name: string;
  /**
   * `undefined`: no entry of env has the name; `later`: one that comes after it has; `index`: the controller adds the completion
   * index behind all others; `not-indexed`: the Job has no such index; `shell`: only a shell reads it so, and none runs.
   */
  readonly cause: 'undefined' | 'later' | 'index' | 'not-indexed' | 'shell';
  /** Whether the container defines it, so that `$(NAME)` would be expanded here. */
  readonly defined: boolean;
}

/**
 * The texts of a container in which Kubernetes expands nothing though it looks so, the first place of each: `$(NAME)` of which it
 * knows no variable (k8s.io/kubernetes/third_party/forked/golang/expansion, 1.37), and the shell's `$NAME` where no shell runs.
 * None where names that the manifest does not show may come from elsewhere (`envFrom`, Services).
 */
export function unexpandedVariables(container: Container, indexed: boolean): readonly UnexpandedVariable[] {
  const { command = [], args = [], env = [] } = container;
  const mayHave = [...command, ...args, ...env.map(({ value = '' }) => value)].some((text) => text.includes('$'));
  return mayHave ? [...inCommandLine(container, indexed), ...inEnvironment(container, indexed)] : [];
}

/** A value sees the variables before it. */
function inEnvironment({ env = [], envFrom = [] }: Container, indexed: boolean): readonly UnexpandedVariable[] {
  const names = env.map(({ name = '' }) => name);
  return env.flatMap(({ value = '' }, place): readonly UnexpandedVariable[] => {
    const before = names.slice(0, place);
    const reference = references(value).find(({ name }) => !before.includes(name) && !mayBeElsewhere(name, envFrom.length > 0));
    if (reference) return [{ list: 'env', place, ...reference, ...reason(reference.name, names, indexed) }];
    // A variable that is nothing but its own name is filled in by another tool before Kubernetes sees it.
    const shell = shellReferences(value).find(({ text, name }) => names.includes(name) && !(text === value && name === names[place]));
    return shell ? [{ list: 'env', place, text: shell.text, name: shell.name, cause: 'shell', defined: before.includes(shell.name) }] : [];
  });
}

function reason(name: string, names: readonly string[], indexed: boolean): Pick<UnexpandedVariable, 'cause' | 'defined'> {
  if (names.includes(name)) return { cause: 'later', defined: false };
  if (name !== indexVariable) return { cause: 'undefined', defined: false };
  return { cause: indexed ? 'index' : 'not-indexed', defined: false };
}

/** A command line sees all of them, and the completion index. */
function inCommandLine(container: Container, indexed: boolean): readonly UnexpandedVariable[] {
  const { command = [], args = [], env = [], envFrom = [], image = '' } = container;
  const names = [...env.map(({ name = '' }) => name), ...(indexed ? [indexVariable] : [])];
  const program = command[0] ?? (imageKnowledge(image).runsArguments ? args[0] : undefined);
  const reads = readsItself(program, [...command, ...args]);
  const inWord = (list: 'command' | 'args', word: string, place: number): readonly UnexpandedVariable[] => {
    // In a script `$(name)` is what a program prints; only what no program is called was meant for a variable.
    const reference = references(word).find(
      ({ name }) => !names.includes(name) && !mayBeElsewhere(name, envFrom.length > 0) && (!reads || /^[A-Z][A-Z0-9_]+$/.test(name)),
    );
    if (reference) return [{ list, place, ...reference, ...reason(reference.name, [], indexed) }];
    if (reads || (program === undefined && /\s/.test(word))) return [];
    const shell = shellReferences(word).find(({ name, braces }) => names.includes(name) || !braces);
    return shell ? [{ list, place, text: shell.text, name: shell.name, cause: 'shell', defined: names.includes(shell.name) }] : [];
  };
  return [
    ...command.flatMap((word, place) => inWord('command', word, place)),
    ...args.flatMap((word, place) => inWord('args', word, place)),
  ];
}

interface Reference {
  readonly text: string;
  readonly name: string;
}

/** `$(NAME)` in a text, but for `$$(NAME)`, which is to be passed on as it is. */
function references(text: string): readonly Reference[] {
  return [...text.matchAll(/\$(?:\$|\(([A-Za-z_][\w.-]*)\))/g)].flatMap(([whole, name]) =>
    name === undefined ? [] : [{ text: whole, name }],
  );
}

/** `$NAME` and `${NAME}` in capitals. */
function shellReferences(text: string): readonly (Reference & { readonly braces: boolean })[] {
  return [...text.matchAll(/\$(?:\$|([A-Z][A-Z0-9_]+)\b|\{([A-Z][A-Z0-9_]+)\})/g)].flatMap(([whole, plain, braced]) => {
    const name = plain ?? braced;
    return name === undefined ? [] : [{ text: whole, name, braces: plain === undefined }];
  });
}

function mayBeElsewhere(name: string, envFrom: boolean): boolean {
  return envFrom || isSetForServices(name);
}

/** Programs in whose arguments a `$` is their own. */
const ownDollars =
  /^(?:awk|gawk|mawk|sed|grep|egrep|perl|python[\d.]*|ruby|php|node|deno|bun|lua|tclsh|expect|envsubst|jq|yq|make|mongo|mongosh|psql|mysql|find|xargs|su|ssh|pwsh|powershell|cmd|fish)(?:\.exe)?$/i;

/** Whether a shell, or a program with a `$` of its own, reads the words. */
function readsItself(program: string | undefined, words: readonly string[]): boolean {
  if (program !== undefined && ownDollars.test(basename(program))) return true;
  return words.some((word) => isShell(basename(word)) || word === 'eval' || /^-[a-z]*c$/.test(word));
}
