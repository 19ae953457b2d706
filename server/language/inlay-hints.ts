import type { InlayHint, Position, Range } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../application/analysis.ts';
import { fieldsOf, typeName } from '../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../kubernetes/fields/places.ts';
import { jobSpecPath } from '../kubernetes/kinds.ts';
import { textRange } from '../manifest/source.ts';
import type { NodePath } from '../plain/node-path.ts';
import { valueAt } from '../plain/node-path.ts';
import { askedObject } from './fields/asked-object.ts';
import { defaultsAt } from './fields/defaults-in-force.ts';
import { defaultText } from './fields/field-description.ts';
import { recordOf } from './fields/field-records.ts';
import { knownScalars } from './reading/known-scalars.ts';
import { kindOf } from './reading/place-at.ts';

/** Behind values: a schedule in words, a large number of seconds as a duration; and, if asked for, the defaults in force. */
export function inlayHints(analysis: Analysis, range: Range): InlayHint[] {
  const { defaults } = analysis.settings.inlayHints;
  return analysis.objects
    .flatMap((object) => [...valueHints(analysis, object), ...(defaults && !object.partial ? defaultHints(analysis, object) : [])])
    .filter(({ position: { line } }) => range.start.line <= line && line <= range.end.line);
}

function valueHints(analysis: Analysis, object: ObjectInText): InlayHint[] {
  return knownScalars(object).flatMap(({ place, path, value }) => {
    const { hint } = recordOf(place).value ?? {};
    const words = hint && analysis.settings.inlayHints[hint.setting] ? hint.words(value, analysis) : undefined;
    return words === undefined ? [] : behind(object, path, words);
  });
}

/** Behind the key of each object, the fields that are left out and have a default; not those of the pod, which are many. */
function defaultHints({ settings, texts }: Analysis, object: ObjectInText): InlayHint[] {
  const kind = kindOf(object);
  const paths: readonly NodePath[] = kind === 'CronJob' ? [['spec'], jobSpecPath(kind)] : [['spec']];
  return paths.flatMap((path) => {
    const place = knownPlace(kind, path);
    const fields = place && fieldsOf(place.field);
    const value = valueAt(object.judged.object, path);
    const key = object.source.document.body.keyRange([...object.judged.at, ...path]);
    if (!place || !fields || typeof value !== 'object' || value === null || !key) return [];
    const owner = typeName(place.field) ?? '';
    const defaults = defaultsAt(askedObject(object, settings), path);
    const words = Object.keys(fields).flatMap((name) => {
      const otherwise = defaults[name];
      return otherwise === undefined ? [] : [`${name}: ${defaultText(otherwise, { owner, name })}`];
    });
    if (!words.length) return [];
    const { end } = textRange(object.source, key);
    return [hint({ line: end.line, character: end.character + 1 }, texts('hint-defaults', { fields: words }))];
  });
}

/** `path` is from the root of the document. */
function behind({ source }: ObjectInText, path: NodePath, label: string): InlayHint[] {
  const range = source.document.body.valueRange(path);
  return range ? [hint(textRange(source, range).end, label)] : [];
}

function hint(position: Position, label: string): InlayHint {
  return { position, label, paddingLeft: true };
}
