import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/language/completion/complete.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { hover } from '../../../server/language/hover.ts';
import { analysisOf } from '../../analysis.ts';
import { runs } from '../../property-runs.ts';
import { withCaret } from '../../text.ts';
import { applied, labels } from '../completion/offered.ts';
import { noon } from '../noon.ts';

const configuration = 'file:///manifests/.kubejob.yaml';
const tests = 'file:///manifests/report.test.yaml';

const offeredIn = (uri: string) => (marked: string) => labels(marked, { uri });
const saidIn = (uri: string, text: string) => diagnosticsOf(analysisOf(text, {}, uri)).map(({ message }) => message);

function hoverText(uri: string, marked: string): string {
  const { text, position } = withCaret(marked);
  const found = hover(analysisOf(text, {}, uri), position, noon());
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

describe('a configuration', () => {
  const offered = offeredIn(configuration);

  test('is completed: fields, levels, names of rules, versions, what a scenario takes', () => {
    const fields = [
      'kubernetesVersion',
      'advice',
      'rules',
      'placeholders',
      'helm',
      'failOn',
      'ignore',
      'exclude',
      'namespace',
      'facts',
      'scenario',
    ];
    expect(offered('|')).toEqual(fields);
    expect(offered('rules: {}\n|')).toEqual(fields.filter((one) => one !== 'rules'));
    expect(offered('failOn: |')).toEqual(['error', 'warning', 'info']);
    expect(offered('rules:\n  |')).toContain('image-latest');
    expect(offered('rules:\n  image-latest: |')).toEqual(['off', 'info', 'warning', 'error']);
    expect(offered('ignore:\n  - |')).toContain('many-retries');
    expect(offered('kubernetesVersion: |')).toEqual(expect.arrayContaining(['1.34', '1.33-1.37']));
    expect(offered('scenario:\n  |')).toContain('cluster');
    expect(offered('scenario: {run: {cannotStart: true, |}}')).not.toContain('exit');
  });

  test('is explained and checked', () => {
    expect(hoverText(configuration, 'fail|On: error')).toContain('least severity');
    expect(hoverText(configuration, 'scenario: {run: {fo|r: 3}}')).toContain('How long it runs');
    expect(saidIn(configuration, 'failon: error\n')).toEqual(["A configuration has no 'failon': write 'failOn'."]);
    expect(saidIn(configuration, 'apiVersion: batch/v1\nkind: Job\n')).toHaveLength(2);
  });
});

describe('a file of tests', () => {
  const offered = offeredIn(tests);

  test('is completed: fields and sentences', () => {
    expect(offered('|')).toEqual(['tests']);
    expect(offered('tests:\n  - expect: []\n    |')).toEqual(['name', 'of', 'scenario', 'scenarios', 'until', 'kubernetesVersion']);
    expect(offered('tests:\n  - expect: |')).toContain('completes within 10m');
    expect(offered('tests:\n  - expect:\n      - |')).toContain('never two runs at once');
  });

  test('is explained and checked', () => {
    expect(hoverText(tests, 'tests:\n  - unt|il: 3h')).toContain('How long to watch');
    expect(saidIn(tests, 'tests:\n  - expect: [complets]\n')).toMatchObject([expect.stringContaining("'complets'")]);
    expect(saidIn(tests, 'tests:\n  - expekt: completes\n')).toHaveLength(2);
  });

  test('of another tool, or a manifest that is called so, is left alone', () => {
    expect(saidIn(tests, 'suite: a\nasserts: []\n')).toEqual([]);
    expect(offered('apiVersion: batch/v1\nkind: Job\n|')).toContain('spec');
  });
});

test('nothing breaks at any offset of broken text, and what is written can be applied', () => {
  const texts: readonly (readonly [uri: string, text: string])[] = [
    [configuration, 'rules:\n  image-latest: off\nignore:\n  - rule: [a]\n    files: b/\nscenario: {run: {for: 3}}\n'],
    [tests, 'tests:\n  - name: a\n    scenarios: [{run: {for: 3}}]\n    expect:\n      - completes within 10m\n'],
  ];
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '#', '\n', '  ', 'a', '- ', '\t', '\r\n', '---\n');
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(9), piece, fc.nat(), ([uri, whole], from, cut, put, at) => {
      const start = from % (whole.length + 1);
      const text = whole.slice(0, start) + put + whole.slice(start + cut);
      const analysis = analysisOf(text, {}, uri);
      const position = analysis.text.positionAt(at % (text.length + 1));
      hover(analysis, position, noon());
      diagnosticsOf(analysis);
      for (const item of complete(analysis, position, { snippets: true })) applied(text, item);
    }),
    runs(300),
  );
});
