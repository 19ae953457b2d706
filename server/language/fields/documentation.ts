import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { factsOf } from './field-facts.ts';

/** Where the documentation speaks of a field, or else of the nearest one around it. */
export function documentationLink(kind: JobKind, path: NodePath): string {
  for (let at = path; at.length > 0; at = at.slice(0, -1)) {
    const place = knownPlace(kind, at);
    const page = place && factsOf(place.owner, place.name).page;
    if (page) return `https://kubernetes.io/docs/${page}`;
  }
  return `https://kubernetes.io/docs/concepts/workloads/controllers/${kind === 'Job' ? 'job' : 'cron-jobs'}/`;
}
