import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectsOf } from '../../../server/kubernetes/decoding/objects-in-document.ts';
import { claimsToBeOurs, mayHoldOurs } from '../../../server/kubernetes/fields/kind-in-text.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { runs } from '../../property-runs.ts';

test.each([
  ['apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels: {app: job-runner}\n', false],
  ['# a batch of jobs\nkind: Service\n', false],
  ['kind: ConfigMap\ndata:\n  run.sh: |\n    run --batch-size 3 --job nightly \\\n      "a\\"b"\n', false],
  ['apiVersion: batch.volcano.sh/v1alpha1\nkind: Queue\n', false],
  ['kind: Jobs\n', false],
  ['kind: {{ .Values.kind }} # of jobs\n', true],
  ['kind: Job\n', true],
  ['apiVersion: Batch/v1\n', true],
  ['kind: "J\\u006fb"\n', true],
  ['kind: "Jo\\\n  b"\n', true],
  ['kind: !!binary Sm9i\n', true],
  ['apiVersion: b\u0430tch/v1\nkind: J\u043eb\n', true],
  ['kind\uff1aCronJ\u200bob\n', true],
  ['kind: Сервис\n', false],
  ['kind: JobList\nitems: [{spec: {}}]\n', true],
])('whether a text can hold a Job: %j', (text, holds) => {
  expect(mayHoldOurs(text)).toBe(holds);
});

const words = ['Job', 'CronJob', 'JobList', 'List', 'batch/v1', 'BATCH/v1beta1', 'v1', 'ConfigMap', 'apps/v1'];

/** A letter as it is, as an escape, or behind a line that is broken. */
const letter = (sign: string) => {
  const code = sign.charCodeAt(0).toString(16);
  const escapes = [`\\x${code.padStart(2, '0')}`, `\\u${code.padStart(4, '0')}`, `\\U${code.padStart(8, '0')}`, `\\\n      ${sign}`];
  return fc.constantFrom(sign, sign, ...escapes);
};
const inEscapes = (word: string) => fc.tuple(...[...word].map(letter)).map((letters) => `"${letters.join('')}"`);

/** A word in each way that YAML has for it. */
const written = fc.constantFrom(...words).chain((word) =>
  fc.oneof(
    fc.constantFrom(
      word,
      `'${word}'`,
      `"${word}"`,
      `!!str ${word}`,
      `!<tag:yaml.org,2002:str> "${word}"`,
      `&a ${word}`,
      `# so\n    ${word}`,
    ),
    inEscapes(word),
    fc.constantFrom('!!binary', '!<tag:yaml.org,2002:binary>', '!!bin%61ry').map((tag) => `${tag} ${btoa(word)}`),
  ),
);

const document = fc
  .tuple(fc.constantFrom('', '%TAG !h! tag:yaml.org,2002:bin\n---\n', '# of its own\n'), written, written, written)
  .chain(([head, kind, apiVersion, inner]) =>
    fc.constantFrom(
      `${head}apiVersion: ${apiVersion}\nkind: ${kind}\nspec: {}\n`,
      `${head}"kind": ${kind}\n"metadata": {"name": "a"}\n`,
      `${head}{"apiVersion": ${apiVersion}, "kind": ${kind}}\n`,
      `${head}kind: ${kind}\napiVersion: v1\nitems:\n  - kind: ${inner}\n    apiVersion: ${apiVersion}\n`,
      `${head}- apiVersion: ${apiVersion}\n  kind: ${kind}\n`,
      `${head}a: ${kind}\nkind: *a\n`,
      `${head}kind: !h!ary ${btoa('Job')}\n`,
      `${head}kind: >-\n  Job\nx: ${inner}\n`,
    ),
  );

/** What is cut out of a text, or comes into it. */
const mangled = fc
  .tuple(document, fc.nat(60), fc.nat(3), fc.constantFrom('', '', ' ', '"', '\t', '\u200b', '\u043e', '\uff1a', '\\', ':', 'Job', '\r\n'))
  .map(([text, at, length, more]) => text.slice(0, at) + more + text.slice(at + length));

test('no text that holds an object of ours, or claims to, is left out', () => {
  fc.assert(
    fc.property(fc.oneof(document, mangled), (text) => {
      const holds = claimsToBeOurs(text) || parseManifests(text).documents.some(({ body }) => objectsOf(body.value).length > 0);
      expect(!holds || mayHoldOurs(text)).toBe(true);
    }),
    runs(2000),
  );
});
