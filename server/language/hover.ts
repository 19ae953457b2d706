import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../application/analysis.ts';
import { textRange } from '../manifest/source.ts';
import type { NodePath } from '../plain/node-path.ts';
import { askedObject } from './fields/asked-object.ts';
import { describeField } from './fields/field-description.ts';
import { valueMeaning } from './fields/value-meaning.ts';
import { carriedPlaceAt } from './reading/carried-place.ts';
import { type PlaceAt, placeAt } from './reading/place-at.ts';
import type { UserClock } from './reading/user-clock.ts';
import { scenarioHover } from './scenario/scenario-hover.ts';
import { hoverMarkdown } from './words/hover-markdown.ts';

/** What the field under a position means, and on a value what it amounts to in this manifest. */
export function hover(analysis: Analysis, position: Position, clock: UserClock): Hover | null {
  const inScenario = scenarioHover(analysis, position);
  if (inScenario !== undefined) return inScenario;
  const place = hovered(analysis, position);
  if (!place) return null;
  const { object, path, onKey } = place;
  const named = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  const description = describeField(askedObject(object, analysis.settings), named, analysis.texts);
  if (description === undefined) return null;
  // The key of an annotation is what it says; other keys are fields.
  const isAnnotation = path.at(-2) === 'annotations';
  const meaning = onKey && !isAnnotation ? undefined : valueMeaning(analysis, object, path, clock);
  return {
    contents: hoverMarkdown(meaning === undefined ? description : `${meaning}\n\n---\n\n${description}`),
    range: textRange(place.source, place.range),
  };
}

interface Hovered extends Pick<PlaceAt, 'object' | 'source' | 'onKey' | 'range'> {
  /** From the root of the object. */
  readonly path: NodePath;
}

/** A place of an object of ours, or of a Job or pod that an object of another project carries. */
function hovered(analysis: Analysis, position: Position): Hovered | undefined {
  const own = placeAt(analysis, position);
  if (own) return { ...own, path: own.inObject };
  const carried = carriedPlaceAt(analysis, position);
  return carried && { ...carried, path: carried.inJob };
}
