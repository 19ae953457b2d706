import { expect, test } from 'vitest';
import { replaced } from '../../../server/manifest/faults/text-map.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { readCases } from '../../corpus/agreement.ts';

/** Manifests in block style that a real API server accepted. */
const sound = readCases('apiserver.jsonl').filter(({ accepted, yaml }, index) => accepted && index % 12 === 0 && !/^\s*[{[]/.test(yaml));

/** Ways to spoil a line, each undefined of a line that it does not concern. */
const slips: readonly (readonly [string, (line: string) => string | undefined])[] = [
  ['a value that begins with a star', (line) => put(line, /^(\s*(?:- )?\w+: )[\w"].*$/, '$1*/5 * * * *')],
  ['a value that begins with @', (line) => put(line, /^(\s*(?:- )?\w+: )(?=\w)/, '$1@')],
  ['a quote that nobody closes', (line) => put(line, /^(\s*(?:- )?\w+: )(?=\w[^"']*$)/, '$1"')],
  ['a closing quote left out', (line) => put(line, /(: "[^"]*)"$/, '$1')],
  ['a colon left out', (line) => put(line, /^(\s*\w+): (?=\w)/, '$1 ')],
  ['a colon left out before a block', (line) => put(line, /^(\s*\w+):$/, '$1')],
  ['no blank behind the colon', (line) => put(line, /^(\s*\w+): (?=[a-z])/, '$1:')],
  ['one blank too many', (line) => put(line, /^(?=\s*\w+: \w)/, ' ')],
  ['one blank too few', (line) => put(line, /^ (?=\s*\w+: \w)/, '')],
  ['tabs', (line) => put(line, /^ {2,}(?=\w+: \w)/, (blanks) => '\t'.repeat(blanks.length / 2))],
];

function put(line: string, pattern: RegExp, by: string | ((found: string) => string)): string | undefined {
  if (!pattern.test(line)) return undefined;
  return typeof by === 'string' ? line.replace(pattern, by) : line.replace(pattern, by);
}

/** Each manifest spoilt once, in a line that follows from its place among the others. */
function spoilt(slip: (line: string) => string | undefined): readonly string[] {
  return sound.flatMap(({ yaml }, index) => {
    const lines = yaml.split('\n');
    const places = lines.flatMap((line, place) => (slip(line) === undefined ? [] : [place]));
    const place = places[(index * 7) % places.length];
    const line = place === undefined ? undefined : slip(lines[place] ?? '');
    return line === undefined ? [] : [lines.with(place ?? 0, line).join('\n')];
  });
}

const problemsOf = (text: string) => parseManifests(text).documents.flatMap(({ body }) => body.problems);

test.each(slips)('%s is one fault, whose mends make YAML of the manifest again', (_, slip) => {
  const texts = spoilt(slip);
  const broken = texts.map((text) => ({ text, problems: problemsOf(text) })).filter(({ problems }) => problems.length > 0);
  expect(broken.length).toBeGreaterThan(5);
  const unmended = broken.filter(({ text, problems: [first, ...more] }) => {
    const mends = first?.mends ?? [];
    return more.length > 0 || mends.length === 0 || mends.some(({ edits }) => problemsOf(replaced(text, edits)).length > 0);
  });
  expect(unmended.map(({ text, problems }) => `${problems.map(({ code }) => code).join(' ')}\n${text}`)).toEqual([]);
});
