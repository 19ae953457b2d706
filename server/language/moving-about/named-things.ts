import type { ObjectInText } from '../../application/analysis.ts';
import { jobSpecPath, podSpecPath } from '../../kubernetes/kinds.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { recordOf } from '../fields/field-records.ts';
import type { Naming } from '../fields/values/value-kind.ts';
import { knownScalars } from '../reading/known-scalars.ts';
import { perObject } from '../reading/per-object.ts';
import { kindOf } from '../reading/place-at.ts';

/** One occurrence of a name, from the root of the document. */
export interface Occurrence {
  readonly path: NodePath;
  readonly part: 'key' | 'value';
  readonly role: Naming['role'];
}

/** A volume, container, port, claim or label, and all places that name it. */
export interface Named {
  readonly what: Naming['what'] | 'label-key' | 'label-value';
  readonly name: string;
  readonly occurrences: readonly Occurrence[];
}

type What = Named['what'];

/** All names of an object that stand in more than one place, or could. */
export const namesOf = perObject((object): readonly Named[] => {
  const groups = new Map<string, { what: What; name: string; occurrences: Occurrence[] }>();
  const add = (what: What, scope: string, name: string, occurrence: Occurrence) => {
    const id = JSON.stringify([what, scope, name]);
    const group = groups.get(id) ?? { what, name, occurrences: [] };
    group.occurrences.push(occurrence);
    groups.set(id, group);
  };
  for (const { place, path, value } of knownScalars(object)) {
    const { names } = recordOf(place).value ?? {};
    if (!names || typeof value !== 'string' || value === '') continue;
    const { what, role } = names;
    // A port's name counts within its container.
    const scope =
      what === 'port' ? JSON.stringify(path.slice(0, path.findIndex((segment) => /^(initC|c)ontainers$/.test(String(segment))) + 2)) : '';
    add(what, scope, value, { path, part: 'value', role });
  }
  for (const { path, key, value, role } of labels(object)) {
    add('label-key', '', key, { path, part: 'key', role });
    add('label-value', key, value, { path, part: 'value', role });
  }
  return [...groups.values()];
});

/** The pod's labels, and the selectors that look for them. */
function labels(object: ObjectInText) {
  const kind = kindOf(object);
  const { at } = object.judged;
  const pod = podSpecPath(kind);
  const spread = valueAt(object.source.document.body.value, [...at, ...pod, 'topologySpreadConstraints']);
  const places: readonly (readonly [Occurrence['role'], NodePath])[] = [
    ['definition', [...pod.slice(0, -1), 'metadata', 'labels']],
    ['reference', [...jobSpecPath(kind), 'selector', 'matchLabels']],
    ...(Array.isArray(spread) ? spread : []).map(
      (_, index) => ['reference', [...pod, 'topologySpreadConstraints', index, 'labelSelector', 'matchLabels']] as const,
    ),
  ];
  return places.flatMap(([role, path]) => {
    const map = valueAt(object.source.document.body.value, [...at, ...path]);
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return [];
    return Object.entries(map).map(([key, value]) => ({ role, key, value: String(value), path: [...at, ...path, key] }));
  });
}

/** The name that stands at a path of the object. */
export function nameAt(object: ObjectInText, path: NodePath, onKey: boolean): Named | undefined {
  return namesOf(object).find(({ occurrences }) =>
    occurrences.some(
      (one) =>
        (one.part === 'key') === onKey && one.path.length === path.length && one.path.every((segment, index) => segment === path[index]),
    ),
  );
}
