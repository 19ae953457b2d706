import { expect, test } from 'vitest';
import { builtText } from '../../../server/application/kustomize/built-text.ts';
import { readBuild } from '../../../server/manifest/kustomize/built-documents.ts';

const object = (kind: string, name: string, annotations = '') =>
  `apiVersion: batch/v1\nkind: ${kind}\nmetadata:\n${annotations}  name: ${name}\n`;
const origin = (path: string, more = '') => `  annotations:\n    config.kubernetes.io/origin: |\n      path: ${path}\n${more}`;
const built = readBuild(
  [
    object('Job', 'a-prod', origin('base/jobs.yaml')),
    object('Job', 'b-prod', origin('base/jobs.yaml', '    team: data\n')),
    object('CronJob', 'c-prod', origin('base/cron.yaml')),
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: d\n',
  ].join('---\n'),
  (path) => `/r/${path}`,
);
const jobs = `${object('Job', 'a')}---\n${object('Job', 'b')}`;
const [a, b, c] = [object('Job', 'a-prod'), object('Job', 'b-prod', '  annotations:\n    team: data\n'), object('CronJob', 'c-prod')];

test.each([
  ['of a base what was made of it, at the object', '/r/base/jobs.yaml', 7, { text: `${a}---\n${b}`, line: 5 }],
  ['of a base what was made of it, from its first object', '/r/base/jobs.yaml', 1, { text: `${a}---\n${b}`, line: 0 }],
  ['of a patch all that was built', '/r/prod/patch.yaml', 0, { text: `${a}---\n${b}---\n${c}`, line: 0 }],
])('what was built is shown as kustomize prints it: %s', (_, file, line, shown) => {
  expect(builtText(built, file, jobs, line)).toEqual(shown);
});

test('where no Job was built, nothing is shown', () => {
  expect(builtText(built.slice(3), '/r/prod/patch.yaml', '', 0)).toBeUndefined();
});
