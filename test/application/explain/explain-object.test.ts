import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { explainObject } from '../../../server/application/explain/explain-object.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';

import { recordingOf } from '../../../server/simulator/run/recording-of.ts';

const dumps = JSON.parse(readFileSync(join(import.meta.dirname, '../../simulations/node-dumps.json'), 'utf8'));

test('the panel gets what happened as a run, with why in its sentence and what is missing among what it lists', () => {
  const text = TextDocument.create('file:///dump.json', 'json', 1, JSON.stringify(dumps['onfailure-exit-1']));
  const analysis = createAnalyzer().analyse(text, defaultSettings);
  const answer = explainObject(analysis, { document: 0, item: 0 });
  if (answer.status !== 'simulated') throw new Error(answer.status);
  expect(answer.outcome).toMatch(/^Failed after 47 s .*backoffLimit \(3\) allows/);
  expect(answer.assumptions.map((one) => one.text).join('\n')).toMatch(/1 pod is gone[\s\S]*By the manifest alone: /);
  const sent = structuredClone(answer.run);
  expect(recordingOf(sent).jobs.at(-1)).toMatchObject({ t: 47, STATUS: 'Failed' });
  expect(sent.podNames).toEqual(['hello-65c5f']);
});
