import { expect, test } from 'vitest';
import type { OwnFormat } from '../../../server/application/own-files/own-file.ts';
import { scenarioFields, scenarioPlace } from '../../../server/language/scenario/scenario-fields.ts';
import { tableIn } from '../../../server/messages/render.ts';
import type { NodePath } from '../../../server/plain/node-path.ts';

/** The codes of the texts of every field that can be written at a path or below it. */
function* codesBelow(path: NodePath, format: OwnFormat): Generator<string> {
  const place = scenarioPlace(path, format);
  if (!place) return;
  for (const { owner, name } of scenarioFields(place)) {
    yield `scenario-field.${owner}.${name}`;
    yield* codesBelow([...path, name], format);
  }
  yield* codesBelow([...path, 0], format);
  yield* codesBelow([...path, 'a container of that name'], format);
}

test('every field that a file of ours may have has a text, and no text is left over', () => {
  const texts = Object.keys(tableIn('en')).filter((code) => code.startsWith('scenario-field.'));
  const formats = ['scenario', 'tests', 'configuration'] as const;
  expect([...new Set(formats.flatMap((format) => [...codesBelow([], format)]))].sort()).toEqual(texts.sort());
});
