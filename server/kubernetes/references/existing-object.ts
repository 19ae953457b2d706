import { isRecord } from '../../plain/record.ts';
import type { Reference } from './pod-references.ts';

/** An object that pods may name, and that is known to exist. */
export interface ExistingObject {
  readonly kind: Reference['kind'];
  readonly name: string;
  /** Undefined where it names none. */
  readonly namespace: string | undefined;
  /** The keys of its data; those whose values are bytes no variable can have. */
  readonly keys: readonly string[];
  readonly binaryKeys: readonly string[];
}

const kinds: readonly ExistingObject['kind'][] = [
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'ServiceAccount',
  'PriorityClass',
  'RuntimeClass',
];

/** What stands in each text that holds such an object. */
export const existingObjectPattern = new RegExp(`\\bkind["']?\\s*:\\s*["']?(?:${kinds.join('|')})\\b`);

/** The object that a value of a document describes; undefined for one of another kind, or without a name. */
export function existingObjectIn(value: unknown): ExistingObject | undefined {
  if (!isRecord(value)) return undefined;
  const kind = kinds.find((one) => one === value['kind']);
  const { name, namespace } = isRecord(value['metadata']) ? value['metadata'] : {};
  if (!kind || typeof name !== 'string' || name === '') return undefined;
  return {
    kind,
    name,
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
    keys: [...keysOf(value['data']), ...(kind === 'Secret' ? keysOf(value['stringData']) : [])],
    binaryKeys: kind === 'ConfigMap' ? keysOf(value['binaryData']) : [],
  };
}

function keysOf(data: unknown): readonly string[] {
  return isRecord(data) ? Object.keys(data) : [];
}
