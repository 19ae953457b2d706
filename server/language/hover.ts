import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../application/analysis.ts';
import { textRange } from '../manifest/source.ts';
import { askedObject, askedValue } from './fields/asked-object.ts';
import { describeField } from './fields/field-description.ts';
import { valueMeaning } from './fields/value-meaning.ts';
import { carriedPlaceAt } from './reading/carried-place.ts';
import { placeAt } from './reading/place-at.ts';
import type { UserClock } from './reading/user-clock.ts';
import { scenarioHover } from './scenario/scenario-hover.ts';

/** What the field under a position means, and on a value what it amounts to in this manifest. */
export function hover(analysis: Analysis, position: Position, clock: UserClock): Hover | null {
  const inScenario = scenarioHover(analysis, position);
  if (inScenario !== undefined) return inScenario;
  const place = placeAt(analysis, position);
  if (!place) return carriedHover(analysis, position);
  const named = typeof place.inObject.at(-1) === 'number' ? place.inObject.slice(0, -1) : place.inObject;
  const description = describeField(askedObject(place.object, analysis.settings), named, analysis.texts);
  if (description === undefined) return null;
  // The key of an annotation is what it says; other keys are fields.
  const isAnnotation = place.inObject.at(-2) === 'annotations';
  const meaning = place.onKey && !isAnnotation ? undefined : valueMeaning(analysis, place.object, place.inObject, clock);
  return {
    contents: { kind: 'markdown', value: meaning === undefined ? description : `${meaning}\n\n---\n\n${description}` },
    range: textRange(place.source, place.range),
  };
}

/** Of a Job or pod that an object of another project carries: what the field means. */
function carriedHover(analysis: Analysis, position: Position): Hover | null {
  const { settings, texts } = analysis;
  const place = carriedPlaceAt(analysis, position);
  if (!place) return null;
  const named = typeof place.inJob.at(-1) === 'number' ? place.inJob.slice(0, -1) : place.inJob;
  const value = describeField(askedValue('Job', place.job, settings.kubernetesVersion), named, texts);
  return value === undefined ? null : { contents: { kind: 'markdown', value }, range: textRange(place.source, place.range) };
}
