import type { ContainerEstimate } from '../../../estimate/runs/container-run.ts';
import type { CompletionIndex } from '../../../estimate/runs/container-setting.ts';
import { indexesIn } from '../../../estimate/runs/job-run.ts';
import { runsIn } from '../../../estimate/runs/pod-run.ts';
import type { Texts } from '../../../messages/render.ts';
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
  const runOf = runsIn(pod);
  const indexes = runOf(container).byIndex ? indexesIn(spec) : [];
  if (indexes.length > 1)
    return inWordsByIndex(
      indexes.map((index) => [index, runOf(container, index)]),
      texts,
    );
  const { code, args } = runOf(container, indexes[0]).assumption;
  return texts(code, args);
}

/** More of them than anyone reads in a hover. */
const mostIndexes = 5;

/** An item for each index, the last ones left out where there are many. */
function inWordsByIndex(runs: readonly (readonly [CompletionIndex, ContainerEstimate])[], texts: Texts): string {
  const lines = runs.slice(0, mostIndexes).map(([index, { assumption }]) => {
    const what = { quoted: texts(assumption.code, assumption.args) };
    return `- ${texts('value-of-index', { index, what })}`;
  });
  return [...lines, ...(runs.length > mostIndexes ? ['- …'] : [])].join('\n');
}

/** The list that a container on a path stands in, and its place there. */
function containerPlace(path: NodePath): readonly ['containers' | 'initContainers', number] {
  const at = path.findLastIndex((segment) => segment === 'command' || segment === 'args');
  return [path[at - 2] === 'initContainers' ? 'initContainers' : 'containers', Number(path[at - 1])];
}
