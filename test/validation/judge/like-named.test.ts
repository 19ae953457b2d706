import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { isRecord } from '../../../server/plain/record.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';

const recorded: readonly string[] = readFileSync(new URL('../../corpus/apiserver.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).yaml);

/** What the server says of these depends on the name, or on how it was read. */
const byName = [
  jobWith({ podMetadata: 'labels:\n  job-name: first' }),
  jobWith({ podMetadata: 'labels:\n  batch.kubernetes.io/job-name: other\n  a: first' }),
  jobWith({ spec: 'manualSelector: true\nselector:\n  matchLabels:\n    job-name: first', podMetadata: 'labels:\n  job-name: first' }),
  jobWith('selector:\n  matchLabels:\n    job-name: first'),
  jobWith('completionMode: Indexed\ncompletions: 100'),
  jobWith('backoffLimit: 9007199254740993'),
  jobWith('completions: 2\nparallelism: 3\nmanagedBy: example.com/other'),
  cronJobWith('schedule: "*/7 * * * *"'),
];

const names = ['first', 'other', 'a', 'Upper', 'with.dots', ...['a', 'b'].map((one) => one.repeat(60)), 'a'.repeat(53)];
const rests = [
  {},
  { labels: { app: 'first' } },
  { labels: { app: 'not valid' } },
  { labels: { app: null } },
  { labels: { app: Number.POSITIVE_INFINITY } },
  { finalizers: ['a'] },
];
const versions = ['1.29', '1.37'] as const;
const all = rests.flatMap((rest) => names.flatMap((name) => versions.map((version) => ({ name, rest, version }))));

/** Judges a spec under these names, one after the other, and tells what was said. */
function codesUnder(written: string, met: typeof all): readonly string[] {
  const [document] = parseManifests(written).documents;
  const value = document?.body.value;
  if (!isRecord(value) || !isRecord(value['spec'])) return [];
  return met.flatMap(({ name, rest, version }) => {
    const one = { ...value, metadata: { name, ...rest } };
    const found = judge({ value: one }, { version });
    expect(found).toEqual(judge({ value: structuredClone(one) }, { version }));
    return found.flatMap(({ findings }) => findings.map(({ code }) => code));
  });
}

it.each(byName)('says of each name what it says of an object that shares nothing, in whatever order they come: %#', (written) => {
  expect(codesUnder(written, [...all, ...all.toReversed()])).toContain('name-dns-subdomain');
});

it('says of a recorded object whose spec others had under other names what it says of one that shares nothing', () => {
  const met = fc.array(fc.constantFrom(...all), { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...recorded), met, (written, names) => {
      codesUnder(written, names);
    }),
    runs(100),
  );
});

it('shows a missing colon where it is missing in this text, whatever stands above the same spec', () => {
  const written = (name: string, head: string) =>
    `${head}${jobWith({ metadata: `name: ${name}`, spec: 'completions: 3\nparallelism: 3\nbackoffLimit: 3', podMetadata: 'labels', container: 'command: [sleep, "3"]' })}`;
  const texts = ['', '', '', '# note\n', '# note\n'].map((head, index) => written(`a${index}`, head));
  const missing = texts.map((text) => {
    const found = parseManifests(text).documents.flatMap(({ body }) => judge(body, { version: '1.37', advice: 'off' })[0]?.findings ?? []);
    return found.map(({ at }) => text.slice(at.range?.start, at.range?.end));
  });
  expect(missing).toEqual(texts.map(() => ['labels']));
});

it('says how a value is written only where that is known', () => {
  const [document] = parseManifests(jobWith('completions: "3"')).documents;
  const written = (judged: ReturnType<typeof judge>) => judged.flatMap(({ findings }) => findings.map(({ args }) => 'written' in args));
  const once = () => [
    document ? written(judge(document.body, { version: '1.37', advice: 'off' })) : [],
    written(judge({ value: document?.body.value }, { version: '1.37', advice: 'off' })),
  ];
  expect([once(), once()]).toEqual([
    [[true], [false]],
    [[true], [false]],
  ]);
});
