import type { TextEdit } from 'vscode-languageserver-types';
import type { Source } from '../../manifest/source.ts';
import { type NodePath, startsWith } from '../../plain/node-path.ts';
import { moveItem } from './move.ts';

/** A container, of several, moved to the init containers, where `restartPolicy: Always` lets it run beside the others. */
export function toSidecar(source: Source, path: NodePath, pod: NodePath): readonly TextEdit[] | undefined {
  const containers = [...pod, 'containers'];
  const index = path[containers.length];
  const count = source.document.body.collection(containers)?.entries.length ?? 0;
  if (typeof index !== 'number' || !startsWith(path, containers) || count < 2) return undefined;
  return moveItem(source, [...containers, index], [...pod, 'initContainers'], 'restartPolicy', 'Always');
}
