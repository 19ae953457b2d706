import { type NodePath, startsWith, withValueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import type { ManifestBody } from '../document.ts';

/** An operation that writes a value, and where it stands in its list. */
interface Operation {
  readonly index: number;
  readonly path: NodePath;
  readonly value: unknown;
}

/** Of a list of operations on a Job or CronJob of Kubernetes: the object that they write into, with what they write; none for others. */
export function jsonPatchBody(list: ManifestBody, value: readonly unknown[], target: unknown): readonly ManifestBody[] {
  const kind = isRecord(target) ? target['kind'] : undefined;
  const group = isRecord(target) ? (target['group'] ?? 'batch') : undefined;
  if ((kind !== 'Job' && kind !== 'CronJob') || group !== 'batch') return [];
  const operations = value.flatMap((one, index) => writingOperation(one, index));
  const head: unknown = { apiVersion: 'batch/v1', kind };
  const object = operations.reduce((made, { path, value: written }) => withValueAt(made, path, written), head);
  return [{ ...list, ...placesOf(list, operations), value: object }];
}

function writingOperation(operation: unknown, index: number): readonly Operation[] {
  if (!isRecord(operation) || !/^(?:add|replace)$/.test(String(operation['op'])) || typeof operation['path'] !== 'string') return [];
  const path = operation['path'].split('/').slice(1).map(segmentOf);
  return path.length > 0 ? [{ index, path, value: operation['value'] }] : [];
}

/** RFC 6901; `-` is the item behind the last, of which there is none here. */
function segmentOf(token: string): string | number {
  if (token === '-') return 0;
  return /^\d+$/.test(token) ? Number(token) : token.replaceAll('~1', '/').replaceAll('~0', '~');
}

type Places = Pick<ManifestBody, 'children' | 'valueRange' | 'keyRange' | 'scalarSource' | 'entry' | 'collection' | 'pathAt'>;

/** The places of what operations write: the value of one and what is in it, and on the way there the one's own path. */
function placesOf(list: ManifestBody, operations: readonly Operation[]): Places {
  const written = (path: NodePath): NodePath | undefined => {
    const found = operations.findLast((one) => startsWith(path, one.path));
    return found && [found.index, 'value', ...path.slice(found.path.length)];
  };
  const onTheWay = (path: NodePath): NodePath | undefined => {
    const found = operations.find((one) => startsWith(one.path, path));
    return found && [found.index, 'path'];
  };
  return {
    children: (path) => list.children(written(path) ?? []).filter(() => written(path) !== undefined),
    valueRange(path) {
      const at = written(path) ?? onTheWay(path);
      return at && list.valueRange(at);
    },
    keyRange(path) {
      const at = onTheWay(path);
      const inside = written(path);
      if (at) return list.valueRange(at);
      return inside && list.keyRange(inside);
    },
    scalarSource(path) {
      const at = written(path);
      return at && list.scalarSource(at);
    },
    entry(path) {
      const at = written(path);
      return at && list.entry(at);
    },
    collection(path) {
      const at = written(path);
      return at && list.collection(at);
    },
    pathAt(offset) {
      const { path, onKey, range } = list.pathAt(offset);
      const operation = operations.find(({ index }) => index === path[0]);
      if (!operation) return { path: [], onKey: false, range: undefined };
      return path[1] === 'value'
        ? { path: [...operation.path, ...path.slice(2)], onKey: onKey && path.length > 2, range }
        : { path: operation.path, onKey: true, range };
    },
  };
}
