import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { jobSpecOf } from '../reading/decoded-job-spec.ts';
import { kindOf } from '../reading/place-at.ts';
import type { UserClock } from '../reading/user-clock.ts';
import { recordOf } from './field-records.ts';

/** Markdown for a value of an object; undefined where there is nothing to say beyond the field's own words. */
export function valueMeaning(analysis: Analysis, object: ObjectInText, path: NodePath, clock: UserClock): string | undefined {
  const place = knownPlace(kindOf(object), path);
  const meaning = place && recordOf(place).value?.meaning;
  const value = valueAt(object.judged.object, path);
  const spec = jobSpecOf(object);
  return meaning && spec && value !== undefined ? meaning({ analysis, clock, object, spec, path, value }) : undefined;
}
