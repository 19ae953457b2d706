import { fieldsOf, rootTypes, shortName } from '../../server/kubernetes/fields/api-fields.ts';
import type { JobKind } from '../../server/kubernetes/kinds.ts';
import type { NodePath } from '../../server/plain/node-path.ts';

/** The shortest way from a Job or CronJob to each API type that stands somewhere in it, by the type's short name. */
export function waysToTypes(kind: JobKind): ReadonlyMap<string, NodePath> {
  const ways = new Map<string, NodePath>([[rootTypes[kind], []]]);
  for (const [type, way] of ways)
    for (const [name, field] of Object.entries(fieldsOf({ $ref: type }) ?? {})) {
      const inner = field.items ?? field;
      if (inner.$ref !== undefined && !ways.has(inner.$ref)) ways.set(inner.$ref, [...way, name, ...(field.items ? [0] : [])]);
    }
  return new Map([...ways].map(([type, way]) => [shortName(type), way]));
}
