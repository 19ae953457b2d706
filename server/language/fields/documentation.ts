import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { recordOf } from './field-records.ts';
import { addressOf, pages } from './records/pages.ts';

/** Where the documentation speaks of a field, or else of the nearest one around it. */
export function documentationLink(kind: JobKind, path: NodePath): string {
  const page = path
    .map((_, index) => knownPlace(kind, path.slice(0, path.length - index)))
    .map((place) => place && recordOf(place).page)
    .find((found) => found !== undefined);
  return addressOf(page ?? (kind === 'Job' ? pages.jobs : pages.cronJobs));
}
