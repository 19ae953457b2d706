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
  volume: ({ value, base, kind }) => namesIn(value, base, kind, 'volumes'),
  container: ({ value, base, kind }) => containerNames(value, base, kind),
  claim: ({ value, base, kind }) => namesIn(value, base, kind, 'resourceClaims'),
  port: ({ value, base, kind }) => {
    const containers = valueAt(value, [...base, ...podSpecPath(kind), 'containers']);
    return Array.isArray(containers) ? containers.flatMap((_, index) => namesIn(value, base, kind, 'containers', index, 'ports')) : [];
  },
};
