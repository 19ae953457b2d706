import { runsIn } from '../../../estimate/runs/pod-run.ts';
import type { NodePath } from '../../../plain/node-path.ts';
import type { ValueInManifest, ValueKind } from './value-kind.ts';

/** What a container's args begin or its command goes on with. */
export const args: ValueKind = { meaning: runInWords };

/** A container's command: what it can be seen to do. */
export const command: ValueKind = {
  meaning: runInWords,
  choices: ({ path }) => {
    const word = shellWords[Number(path.at(-1))];
    return word === undefined ? [] : [{ value: word, quoted: true }];
  },
};

const shellWords = ['sh', '-c'];

function runInWords({ analysis: { texts }, spec, path }: ValueInManifest): string | undefined {
  const pod = spec.template?.spec;
  const [list, index] = containerPlace(path);
  const container = pod?.[list]?.[index];
  if (!container || !pod) return undefined;
  const { code, args } = runsIn(pod)(container).assumption;
  return texts(code, args);
}

/** The list that a container on a path stands in, and its place there. */
function containerPlace(path: NodePath): readonly ['containers' | 'initContainers', number] {
  const at = path.findLastIndex((segment) => segment === 'command' || segment === 'args');
  return [path[at - 2] === 'initContainers' ? 'initContainers' : 'containers', Number(path[at - 1])];
}
