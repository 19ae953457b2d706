import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nestAgain, nestFile } from '../../../server/language/nesting/nest-again.ts';
import { readLines } from '../../../server/language/nesting/read-lines.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';
import { unindented } from '../../text.ts';

const atTheMargin = (text: string) => text.replace(/^ +/gm, '');

describe('a line is read', () => {
  test.each([
    ['  ', { kind: 'blank' }],
    ['# a: b', { kind: 'comment', text: '# a: b' }],
    ['image: a:1 # b ', { kind: 'field', text: 'image: a:1 # b', dashes: 0, content: 'image: a:1 # b', key: 'image', value: 'a:1' }],
    ['- - name: a', { kind: 'field', text: '- - name: a', dashes: 2, content: 'name: a', key: 'name', value: 'a' }],
    ['spec:', { kind: 'field', text: 'spec:', dashes: 0, content: 'spec:', key: 'spec', value: '' }],
    ['"a.b/c" : {}', { kind: 'field', text: '"a.b/c" : {}', dashes: 0, content: '"a.b/c" : {}', key: 'a.b/c', value: '{}' }],
    ['- sh', { kind: 'other', text: '- sh', dashes: 1, content: 'sh' }],
    ['-', { kind: 'other', text: '-', dashes: 1, content: '' }],
    ['- # first', { kind: 'other', text: '- # first', dashes: 1, content: '# first' }],
    ['echo "a: b"', { kind: 'other', text: 'echo "a: b"', dashes: 0, content: 'echo "a: b"' }],
  ])('%s', (line, read) => {
    expect(readLines(line)).toEqual([read]);
  });
});

/** Each is nested again from what it is at column 0. */
describe('lines at column 0 are nested by', () => {
  test.each([
    [
      'what each field belongs to',
      cronJobWith({ spec: 'backoffLimit: 2', metadata: 'labels:\n  app: a', container: 'env:\n  - name: A\n    value: "1"' }),
    ],
    ['the field that follows a comment or an empty line', jobWith('# once\n\ncompletions: 1')],
    [
      'the innermost object that has not such a field yet',
      jobWith({ podMetadata: 'name: a', pod: 'volumes:\n  - name: b\n    secret:\n      optional: true' }),
    ],
    ['the object around, where the inner one has such a field', jobWith({ container: 'env:\n  - name: A\n    value: "1"\nname: main' })],
    ['the form of a value', jobWith({ metadata: 'annotations:\n  spec: one' })],
    ['the map of free keys where a text in it has ended', jobWith({ metadata: 'annotations:\n  note: |\n    one\n  next: b' })],
    ['a list that goes on', jobWith({ pod: 'initContainers:\n  - name: a\n    image: b\n  - name: c\n    image: d' })],
    [
      'where people mean it',
      jobWith({ spec: 'activeDeadlineSeconds: 60', pod: 'containers:\n  - name: a\n    image: b\nrestartPolicy: Never' }),
    ],
    ['a map of free keys, where no object has such a field', jobWith({ metadata: 'annotations:\n  image-of-day: b\n  x.y/z: c' })],
    ['a list of words', jobWith({ container: 'command:\n  - sh\n  - -c\n  - echo a' })],
    ['a block of text up to the next field', jobWith({ container: 'args:\n  - |\n    echo a\n    # b\n    exit 1\nname: main' })],
    ['a block of text behind a field', jobWith({ metadata: 'annotations:\n  note: |\n    one\n    two' })],
    ['a dash without a field in its line', jobWith({ pod: 'containers:\n  - # the work\n    name: a\n    image: b\n  -\n    name: c' })],
  ])('%s', (_, manifest) => {
    const kind = manifest.includes('kind: CronJob') ? 'CronJob' : 'Job';
    expect(nestAgain(atTheMargin(manifest), kind)).toBe(manifest);
  });
});

describe('nesting again', () => {
  test('leaves lines that are nested already', () => {
    const manifest = cronJobWith({});
    expect(nestAgain(manifest, 'CronJob')).toBe(manifest);
  });

  test('keeps what belongs nowhere with the line before it', () => {
    expect(nestAgain('kind: Job\nmetadata:\nname: a\nwhatever: b\n', 'Job')).toBe('kind: Job\nmetadata:\n  name: a\n  whatever: b\n');
  });

  test('keeps the line breaks of Windows', () => {
    const manifest = jobWith({ metadata: 'name: a\n# b' }).replaceAll('\n', '\r\n');
    expect(nestAgain(atTheMargin(manifest), 'Job')).toBe(manifest.replace('  # b', '# b'));
  });

  const examples = join(import.meta.dirname, '../../../examples');
  const names = readdirSync(examples).filter((name) => /^[\w-]+\.yaml$/.test(name));

  test.each(names)('gives %s its values back', (name) => {
    for (const { body } of parseManifests(readFileSync(join(examples, name), 'utf8')).documents) {
      const nested = nestAgain(atTheMargin(body.text), /^kind: CronJob/m.test(body.text) ? 'CronJob' : 'Job');
      expect(parseManifests(nested).documents[0]?.body.value).toEqual(body.value);
    }
  });
});

describe('a file', () => {
  const lost = atTheMargin(jobWith('parallelism: 1'));

  test('has those manifests nested again that lost their indentation', () => {
    const other = 'kind: ConfigMap\ndata:\n  a: b\n';
    const text = `${lost}---\n${other}---\n${lost}---\n${cronJobWith({})}`;
    const nested = jobWith('parallelism: 1');
    expect(nestFile(analysisOf(text))).toBe(`${nested}---\n${other}---\n${nested}---\n${cronJobWith({})}`);
  });

  test.each([
    ['is right', jobWith({})],
    ['is JSON', '{"apiVersion": "batch/v1", "kind": "Job", "template": {}, "containers": [], "image": "a", "restartPolicy": ""}'],
    ['is none of ours', 'kind: Deployment\napiVersion: apps/v1\nimage: a\ncontainers: []\ntemplate: {}\n'],
    ['has two fields at column 0', unindented('\n  apiVersion: batch/v1\n  kind: Job\n  parallelism: 1\n  completions: 1\n')],
  ])('stays as it is where it %s', (_, text) => {
    expect(nestFile(analysisOf(text))).toBeUndefined();
  });
});
