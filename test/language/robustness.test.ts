import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectSummaries } from '../../server/application/object-ranges.ts';
import { codeActions } from '../../server/language/code-actions/code-actions.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { semanticTokens } from '../../server/language/colours/semantic-tokens.ts';
import { complete } from '../../server/language/completion/complete.ts';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { foldingRanges } from '../../server/language/moving-about/folding.ts';
import { documentLinks } from '../../server/language/moving-about/links.ts';
import { definition, highlights, prepareRename, rename } from '../../server/language/moving-about/references.ts';
import { selectionRanges } from '../../server/language/moving-about/selection.ts';
import { documentSymbols } from '../../server/language/moving-about/symbols.ts';
import { analysisOf } from '../analysis.ts';
import { example, exampleNames, faultyNames, scenarioNames } from '../examples.ts';
import { runs } from '../property-runs.ts';
import { apply } from '../text.ts';

const clock = { now: Date.UTC(2026, 0, 1), localOffset: () => 0 };
const manifests = [...exampleNames, ...scenarioNames, ...faultyNames].map(example);

/** Asks everything of a text at one place; every answer's ranges must lie in the text, and every edit must apply. */
function askEverything(text: string, offset: number): void {
  const analysis = analysisOf(text);
  const position = analysis.text.positionAt(offset);
  const here = { start: position, end: position };
  const whole = { start: { line: 0, character: 0 }, end: analysis.text.positionAt(text.length) };
  for (const { range, message } of diagnosticsOf(analysis)) {
    expect(analysis.text.offsetAt(range.end)).toBeGreaterThanOrEqual(analysis.text.offsetAt(range.start));
    expect(message).not.toContain('\n');
  }
  for (const { edit } of codeActions(analysis, here, {})) apply(text, edit?.changes?.[analysis.text.uri] ?? []);
  for (const { textEdit } of complete(analysis, position, { snippets: true })) if (textEdit && 'range' in textEdit) apply(text, [textEdit]);
  hover(analysis, position, clock);
  codeLenses(analysis, clock);
  inlayHints(analysis, whole);
  documentSymbols(analysis);
  foldingRanges(analysis);
  selectionRanges(analysis, [position]);
  documentLinks(analysis);
  objectSummaries(analysis);
  definition(analysis, position);
  highlights(analysis, position);
  prepareRename(analysis, position);
  rename(analysis, position, 'other');
  for (const number of semanticTokens(analysis)) expect(number).toBeGreaterThanOrEqual(0);
}

describe('every feature answers', () => {
  test('on any beginning of an example', () => {
    fc.assert(
      fc.property(fc.constantFrom(...manifests), fc.nat(), (text, at) => {
        const end = at % (text.length + 1);
        askEverything(text.slice(0, end), end);
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
        askEverything(text.slice(0, start) + added + text.slice(start + cut), start);
      }),
      runs(150),
    );
  });

  test('on random text that claims to be a Job', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), (text, at) => {
        askEverything(text, Math.min(at, text.length));
        askEverything(`apiVersion: batch/v1\nkind: Job\n${text}`, Math.min(at + 31, text.length + 31));
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
    for (let offset = 0; offset <= text.length; offset += 5) askEverything(text, offset);
  });
});
