import type { Container } from '../../kubernetes/generated/types.ts';
import { type MissingProgram, missingProgram } from '../shell/known-commands.ts';
import type { Surroundings } from '../shell/reading.ts';
import { readScript } from '../shell/shell-script.ts';
import type { ImageKnowledge } from './images.ts';

/** In what surroundings the command lines of a container run, its own and those of its hooks. */
export interface ContainerSurroundings {
  readonly around: Surroundings;
  readonly missing: (program: string) => MissingProgram | undefined;
  /** The misspelt programs that readings met so far. */
  readonly misspelt: readonly { readonly command: string; readonly nearest: string }[];
}

/** How deep command lines may stand inside command lines before the reading gives up. */
const mostDepth = 8;

export function surroundingsOf(container: Container, image: ImageKnowledge): ContainerSurroundings {
  const missing = missingPrograms(container, image);
  const misspelt: { command: string; nearest: string }[] = [];
  const lacks = (command: string) => {
    const found = missing(command);
    if (found?.kind !== 'misspelt') return false;
    misspelt.push({ command, nearest: found.nearest ?? '' });
    return true;
  };
  return { around: { variables: variablesOf(container), lacks, readScript, depth: mostDepth }, missing, misspelt };
}

/** The variables that the manifest sets; undefined where only the cluster knows the value. */
function variablesOf({ env = [] }: Container): ReadonlyMap<string, string | undefined> {
  return new Map(env.map(({ name = '', value = '', valueFrom }) => [name, valueFrom ? undefined : value]));
}

/** Mounts over the folders of programs, and a search path of one's own, leave nothing certain. */
function missingPrograms(container: Container, image: ImageKnowledge): (program: string) => MissingProgram | undefined {
  const mounted = (container.volumeMounts ?? []).some(({ mountPath }) => /(^|\/)s?bin(\/|$)/.test(mountPath ?? ''));
  if (mounted || (container.env ?? []).some(({ name }) => name === 'PATH')) {
    return (program) => (missingProgram(program, undefined)?.kind === 'spaces' ? missingProgram(program, undefined) : undefined);
  }
  return (program) => missingProgram(program, image.holds);
}
