import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeOurs } from '../../../client/server/documents.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { runs } from '../../property-runs.ts';

const isWanted = (text: string, languageId = 'yaml', path = '/a.yaml') => mayBeOurs({ languageId, getText: () => text, uri: { path } });

test('the server is started for every text in which it would find an object of ours', () => {
  const word = fc.constantFrom('Job', 'CronJob', 'job', 'batch/v1', 'Batch/v1', 'batch', 'apps/v1', 'Jobs', 'List', '');
  const line = fc.oneof(
    fc.tuple(fc.constantFrom('kind', 'apiVersion', '"kind"', 'items', 'spec', 'a'), word).map(([key, value]) => `${key}: ${value}`),
    fc.constantFrom('- ', '  ', '{', '"kind": "Job"', ']]'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const text = lines.join('\n');
      const found = parseManifests(text).documents.flatMap(({ body }) => judge(body, { version: '1.37' }));
      if (found.length > 0) expect([text, isWanted(text)]).toEqual([text, true]);
    }),
    runs(600),
  );
});

test.each([
  ['an empty YAML document, for its first snippet', '', 'yaml', '/a.yaml', true],
  ['an empty JSON document', '', 'json', '/a.json', false],
  ['a scenario', 'run: {for: 2}', 'yaml', '/a.scenario.yml', true],
  ['the settings of something else', 'name: a\nsteps: []', 'yaml', '/a.yaml', false],
  ['a Job in a language without manifests', 'kind: Job', 'markdown', '/a.md', false],
])('%s', (_, text, languageId, path, wanted) => {
  expect(isWanted(text, languageId, path)).toBe(wanted);
});
