import { expect, test } from 'vitest';
import { unrenderedFindings } from '../../../server/application/charts/unrendered.ts';
import { nothingKnown } from '../../../server/application/facts/known-facts.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { jobWith } from '../../manifests.ts';

const one = jobWith({ metadata: 'name: one', spec: 'backoffLimit: -1' });
const two = jobWith({ metadata: 'name: two', spec: 'backoffLimit: -2' });
const text = `${one}---\n${two}`;
const file = 'templates/jobs.yaml';

/** A document that the lines of the template from one to another were made into. */
const made = (from: number, to: number) => ({
  template: file,
  number: 0,
  text: one,
  lines: Array.from({ length: to - from }, (_, at) => ({ file, line: from + at })),
});

function found(...documents: readonly ReturnType<typeof made>[]) {
  const settings = { ...defaultSettings, advice: 'off' as const };
  return unrenderedFindings([file], documents, (name) => (name === file ? text : undefined), { settings, facts: nothingKnown }).map(
    ({ about }) => about.name,
  );
}

test('only what nothing was rendered of is judged as it stands', () => {
  const lines = one.split('\n').length - 1;
  expect(found()).toEqual(['one', 'two']);
  expect(found(made(0, lines))).toEqual(['two']);
  expect(found(made(lines + 1, lines + 4))).toEqual(['one']);
  expect(found(made(0, lines), made(lines + 1, lines + 4))).toEqual([]);
});

test('where it is not known which lines a document is of, the template counts as rendered', () => {
  expect(found({ template: file, number: 0, text: one, lines: [] })).toEqual([]);
});
