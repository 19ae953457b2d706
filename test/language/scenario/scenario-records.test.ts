import { expect, test } from 'vitest';
import { withoutTabStops } from '../../../server/language/completion/offers/snippets.ts';
import { type ScenarioPlace, scenarioFields, scenarioPlace } from '../../../server/language/scenario/scenario-fields.ts';
import { scenarioRecordOf, scenarioWhole } from '../../../server/language/scenario/scenario-records.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { type NodePath, withValueAt } from '../../../server/plain/node-path.ts';
import { scenarioShapeFindings } from '../../../server/simulator/scenario/scenario-shape.ts';

/** Every field that can be written at a path or below it, and where. */
function* fieldsBelow(path: NodePath): Generator<readonly [NodePath, ScenarioPlace]> {
  const place = scenarioPlace(path);
  if (!place) return;
  for (const field of scenarioFields(place)) {
    yield [[...path, field.name], field];
    yield* fieldsBelow([...path, field.name]);
  }
  yield* fieldsBelow([...path, 0]);
  yield* fieldsBelow([...path, 'main']);
}

test('what the records write is what the schema takes', () => {
  const written = [...fieldsBelow([])].flatMap(([path, place]) =>
    [scenarioRecordOf(place).snippet, scenarioWhole(place)?.replace(/^/, ' ')].flatMap((text) =>
      text === undefined ? [] : [[path, withoutTabStops(text)] as const],
    ),
  );
  expect(written.length).toBeGreaterThan(20);
  const faults = written.flatMap(([path, text]) => {
    const value = parseManifests(`value:${text}`).documents[0]?.body.value;
    const inScenario = withValueAt(undefined, path, Reflect.get(Object(value), 'value'));
    // What else its entry of a list needs is not there.
    const findings = scenarioShapeFindings(inScenario).filter(({ reason }) => reason !== 'Required');
    return findings.map(({ code }) => `${path.join('.')}:${text} ${code}`);
  });
  expect(faults).toEqual([]);
});
