import { expect, test } from 'vitest';
import { scenarioFields, scenarioPlace } from '../../../server/language/scenario/scenario-fields.ts';
import { tables } from '../../../server/messages/render.ts';
import type { NodePath } from '../../../server/plain/node-path.ts';

/** The codes of the texts of every field that can be written at a path or below it. */
function* codesBelow(path: NodePath): Generator<string> {
  const place = scenarioPlace(path);
  if (!place) return;
  for (const { owner, name } of scenarioFields(place)) {
    yield `scenario-field.${owner}.${name}`;
    yield* codesBelow([...path, name]);
  }
  yield* codesBelow([...path, 0]);
  yield* codesBelow([...path, 'a container of that name']);
}

test('every field that a scenario may have has a text, and no text is left over', () => {
  const texts = Object.keys(tables.en).filter((code) => code.startsWith('scenario-field.'));
  expect([...new Set(codesBelow([]))].sort()).toEqual(texts.sort());
});
