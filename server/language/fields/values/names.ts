import { podSpecPath } from '../../../kubernetes/kinds.ts';
import { valueAt } from '../../../plain/node-path.ts';
import { containerNames, namesIn } from '../../reading/pod-template.ts';
import type { Naming, PlaceInManifest, ValueKind } from './value-kind.ts';

/** The name of something that other fields refer to. */
export function definitionOf(what: Naming['what']): ValueKind {
  return { names: { what, role: 'definition' } };
}

/** The name of something that the manifest defines elsewhere. */
export function referenceTo(what: Naming['what']): ValueKind {
  return {
    names: { what, role: 'reference' },
    choices: (place) => [...new Set(defined[what](place))].map((value) => ({ value })),
  };
}

/** The names that a manifest defines. */
const defined: Readonly<Record<Naming['what'], (place: PlaceInManifest) => readonly string[]>> = {
  volume: ({ object, kind }) => namesIn(object, kind, 'volumes'),
  container: ({ object, kind }) => containerNames(object, kind),
  claim: ({ object, kind }) => namesIn(object, kind, 'resourceClaims'),
  port: ({ object, kind }) => {
    const containers = valueAt(object, [...podSpecPath(kind), 'containers']);
    return Array.isArray(containers) ? containers.flatMap((_, index) => namesIn(object, kind, 'containers', index, 'ports')) : [];
  },
};
