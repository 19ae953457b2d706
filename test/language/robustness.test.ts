import fc from 'fast-check';
import { describe, test } from 'vitest';
import { analysisOf } from '../analysis.ts';
import { example, exampleNames, faultyNames, scenarioNames } from '../examples.ts';
import { runs } from '../property-runs.ts';
import { askEverything } from './ask-everything.ts';

const manifests = [...exampleNames, ...scenarioNames, ...faultyNames].map(example);

function askAt(text: string, offset: number): void {
  askEverything(analysisOf(text), offset);
}

describe('every feature answers', () => {
  test('on any beginning of an example', () => {
    fc.assert(
      fc.property(fc.constantFrom(...manifests), fc.nat(), (text, at) => {
        const end = at % (text.length + 1);
        askAt(text.slice(0, end), end);
      }),
      runs(150),
    );
  });

  test('on an example with a piece cut out or put in', () => {
    const piece = fc.constantFrom(
      '\t',
      '{{ .Values.a }}',
      '{{- if .a }}',
      '- ',
      ':',
      '"',
      '[',
      '{',
      '|',
      '\r\n',
      '&a',
      '*a',
      '<<: ',
      '---\n',
      '...\n',
      '#',
      '\uFEFF',
      '가',
      '🙂',
      '%YAML 1.1\n',
      '!!binary ',
    );
    fc.assert(
      fc.property(fc.constantFrom(...manifests), fc.nat(), fc.nat(40), piece, (text, at, cut, added) => {
        const start = at % (text.length + 1);
        askAt(text.slice(0, start) + added + text.slice(start + cut), start);
      }),
      runs(150),
    );
  });

  test('on random text that claims to be a Job', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), (text, at) => {
        askAt(text, Math.min(at, text.length));
        askAt(`apiVersion: batch/v1\nkind: Job\n${text}`, Math.min(at + 31, text.length + 31));
      }),
      runs(100),
    );
  });

  test.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['a comment', '# nothing'],
    ['null', '~'],
    ['a list', '- kind: Job'],
    ['fields without values', 'apiVersion:\nkind:\nmetadata:\nspec:\n'],
    ['objects where lists belong', 'apiVersion: batch/v1\nkind: Job\nspec: {template: {spec: {containers: {name: a}, volumes: 3}}}'],
    ['a list where an object belongs', 'apiVersion: batch/v1\nkind: Job\nspec:\n- template\n'],
    ['an anchor to nowhere', 'apiVersion: batch/v1\nkind: Job\nspec: *nowhere\n'],
    ['merged keys', 'apiVersion: batch/v1\nkind: Job\nspec: &s\n  completions: 1\n  template:\n    <<: *s\n'],
    [
      'a Job in a List in a file of Windows',
      'apiVersion: v1\r\nkind: List\r\nitems:\r\n- apiVersion: batch/v1\r\n  kind: Job\r\n  spec:\r\n    template:\r\n',
    ],
    ['__proto__', 'apiVersion: batch/v1\nkind: Job\n__proto__: {a: 1}\nspec:\n  constructor: 1\n  toString: 2\n'],
  ])('on %s', (_, text) => {
    for (let offset = 0; offset <= text.length; offset += 5) askAt(text, offset);
  });
});
