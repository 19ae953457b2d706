import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { readScenarioText } from '../../server/application/scenario/read-scenario-text.ts';
import type { Settings } from '../../server/application/settings.ts';
import { complete } from '../../server/language/completion/complete.ts';
import { hover } from '../../server/language/hover.ts';
import { scenarioFields, scenarioPlace } from '../../server/language/scenario/scenario-fields.ts';
import { tables } from '../../server/messages/render.ts';
import type { NodePath } from '../../server/plain/node-path.ts';
import { scenarioComment } from '../../server/simulator/scenario/scenario-comment.ts';
import { analysisOf } from '../analysis.ts';
import { runs } from '../property-runs.ts';
import { apply, withCaret } from '../text.ts';

const file = 'file:///manifests/job.scenario.yaml';

function items(marked: string, snippets = true, uri = file, settings: Partial<Settings> = {}): CompletionItem[] {
  const { text, position } = withCaret(marked);
  return complete(analysisOf(text, settings, uri), position, { snippets });
}

function labels(marked: string, uri = file): string[] {
  return items(marked, true, uri).map(({ label }) => label);
}

function accepted(marked: string, label: string, snippets = true, uri = file): string {
  const item = items(marked, snippets, uri).find((one) => one.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`there is no ${label} among ${labels(marked, uri).join(' ')}`);
  return apply(withCaret(marked).text, [...(item.additionalTextEdits ?? []), item.textEdit]);
}

function hoverText(marked: string, uri = file, settings: Partial<Settings> = {}): string {
  const { text, position } = withCaret(marked);
  const found = hover(analysisOf(text, settings, uri), position, { now: 0, localOffset: () => 0 });
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

const manifest =
  'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers: [{name: main}, {name: side}]\n';

describe('completion in a scenario file', () => {
  test.each([
    ['all its fields in an empty file', '|', ['startAt', 'start', 'run', 'containers', 'pods', 'stop', 'cluster', 'actions', 'seed']],
    [
      'those that are there left out',
      'run: {for: 3}\nseed: 1\n|',
      ['startAt', 'start', 'containers', 'pods', 'stop', 'cluster', 'actions'],
    ],
    ['of a run', 'run: {|}', ['for', 'exit', 'outOfMemory', 'healthyAfter', 'cannotStart', 'cannotCreate', 'cannotPull']],
    ['of a run, in a block', 'run:\n  for: 3\n  |', ['exit', 'outOfMemory', 'healthyAfter', 'cannotStart', 'cannotCreate', 'cannotPull']],
    [
      'of a run in a list',
      'run: [{for: 1, exit: 1}, {for: 2, |}]',
      ['exit', 'outOfMemory', 'healthyAfter', 'cannotStart', 'cannotCreate', 'cannotPull'],
    ],
    ['what says nothing beside another left out', 'run: {outOfMemory: true, |}', ['for', 'healthyAfter']],
    [
      'a run or the first of several',
      'run:\n  |',
      ['for', 'exit', 'outOfMemory', 'healthyAfter', 'cannotStart', 'cannotCreate', 'cannotPull', '- for'],
    ],
    ['a new pod', 'pods:\n  |', ['- ordinal']],
    ['what chooses a pod goes together', 'pods:\n  - index: 1\n    |', ['attempt', 'job', 'start', 'run', 'stop', 'containers']],
    ['an action', 'actions:\n  - {at: 3, |}', ['patch', 'deletePod', 'evictPod', 'killContainer', 'failNode', 'delete']],
    ['one thing for an action', 'actions:\n  - {at: 3, killContainer: 0, |}', ['container', 'exit']],
    [
      'fields of an action, half typed',
      'actions:\n  - at: 3\n    ki|',
      ['patch', 'deletePod', 'evictPod', 'killContainer', 'failNode', 'delete'],
    ],
    ['values', 'actions: [{at: 3, delete: |}]', ['Foreground', 'Background', 'Orphan']],
    ['booleans', 'run:\n  cannotStart: |', ['true', 'false']],
    ['nodes', 'actions:\n  - at: 1\n    failNode: |', ['node-1', 'node-2']],
    ['exit codes, or shares of them', 'run: {exit: |}', ['0', '1', '126', '127', '137', '139', '143', '[{code: 1, share: 0.2}]']],
    ['a range', 'run: {for: |}', ['{min: 5, max: 60}']],
    ['its bounds', 'start: {min: 3, |}', ['max']],
    ['shares', 'run: {exit: [{code: 1, |}]}', ['share']],
    ['a run behind the colon', 'run: |', ['{for: 10, exit: 0}']],
    ['of the cluster', 'cluster:\n  nodes: 2\n  |', ['pods', 'cpu', 'memory']],
    ['of a container', 'containers:\n  main:\n    |', ['run', 'stop', 'postStart', 'preStop']],
    ['fields of the object that a patch changes', 'actions: [{at: 3, patch: {|}}]', ['metadata', 'spec']],
    [
      'in a patch of a CronJob',
      'actions: [{at: 3, patch: {spec: {schedule: "@daily", concurrencyPolicy: |}}}]',
      ['Allow', 'Forbid', 'Replace'],
    ],
    ['nothing in comments', '# |', []],
    ['nothing directly before them', '|# here', []],
    ['nothing before an entry in braces', 'actions:\n  - |{at: 3}', []],
    ['nothing in what it does not know', 'nothing:\n  |', []],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    ['a run on one line', '|', 'run', 'run: {for: ${1:10}, exit: ${2:0}}$0'],
    ['pods on lines of their own', '|', 'pods', 'pods:\n  - ordinal: ${1:0}\n    run: {for: ${2:2}, exit: ${3:1}}$0'],
    ['a choice', 'actions:\n  - at: 3\n    |', 'delete', 'actions:\n  - at: 3\n    delete: ${1|Foreground,Background,Orphan|}$0'],
    ['in braces', 'pods: [{ordinal: 0, |}]', 'run', 'pods: [{ordinal: 0, run: {for: ${1:2}, exit: ${2:1}}$0}]'],
    ['lists in braces', '{|}', 'pods', '{pods: [$0]}'],
  ])('writes %s', (_, text, label, expected) => {
    expect(accepted(text, label)).toBe(expected);
  });

  test('what an empty file is completed with is a right scenario', () => {
    for (const { label } of items('|')) {
      const text = accepted('|', label, false);
      expect([text, readScenarioText(text)]).toEqual([text, { scenario: expect.anything() }]);
    }
  });

  test('only where the file is a scenario by its name', () => {
    expect(labels('run: {|}', 'file:///manifests/job.yaml')).toEqual([]);
    expect(labels('|', 'file:///manifests/job.yaml')).not.toContain('run');
  });

  test('nothing breaks at any offset of broken text', () => {
    const whole =
      'run: [{for: {min: 3, max: 4}, exit: [{code: 1, share: 0.5}]}]\npods:\n  - ordinal: 0\n    run: {for: 2}\nactions:\n  - {at: 3, patch: {spec: {parallelism: 2}}}\n';
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '#', '\n', '  ', 'a', '- ', '\t', '\r\n', '---\n');
    fc.assert(
      fc.property(fc.nat(), fc.nat(9), piece, fc.nat(), (from, cut, put, at) => {
        const start = from % (whole.length + 1);
        const text = whole.slice(0, start) + put + whole.slice(start + cut);
        const offset = at % (text.length + 1);
        for (const [uri, content, caret] of [
          [file, text, offset],
          ['file:///a.yaml', `# kubejob-scenario:\n${text.replaceAll(/^/gm, '#  ')}\n${manifest}`, offset],
        ] as const) {
          const analysis = analysisOf(content, {}, uri);
          const position = analysis.text.positionAt(caret);
          hover(analysis, position, { now: 0, localOffset: () => 0 });
          for (const { textEdit, additionalTextEdits = [] } of complete(analysis, position, { snippets: true }))
            if (textEdit && 'range' in textEdit) apply(content, [...additionalTextEdits, textEdit]);
        }
      }),
      runs(300),
    );
  });
});

describe('completion in the comment at the head of a manifest', () => {
  const uri = 'file:///manifests/job.yaml';
  test('fields, and the names of the containers below', () => {
    expect(labels(`# kubejob-scenario:\n#   |\n${manifest}`, uri)).toContain('run');
    expect(labels(`# kubejob-scenario:\n#   run: {|}\n${manifest}`, uri)).toContain('exit');
    expect(labels(`# kubejob-scenario: {run: {|}}\n${manifest}`, uri)).toContain('exit');
    expect(labels(`# kubejob-scenario:\n#   containers:\n#     |\n${manifest}`, uri)).toEqual(['main', 'side']);
    expect(labels(`# kubejob-scenario:\n#   actions: [{at: 1, killContainer: 0, container: |}]\n${manifest}`, uri)).toEqual([
      'main',
      'side',
    ]);
  });

  test('new lines are comments too', () => {
    const text = accepted(`# kubejob-scenario:\n#   |\n${manifest}`, 'pods', false, uri);
    expect(text).toContain('# kubejob-scenario:\n#   pods:\n#     - ordinal: 0\n#       run: {for: 2, exit: 1}\napiVersion');
    expect(readScenarioText(scenarioComment(text)?.text ?? '')).toEqual({
      scenario: { pods: [{ ordinal: 0, run: [{ kind: 'run', for: 2, exit: 1 }] }] },
    });
  });

  test('not in other comments, and not below', () => {
    expect(labels(`# kubejob-scenario:\n#   run: {for: 1}\n|\n${manifest}`, uri)).not.toContain('run');
    expect(labels(`# something\n# |\n${manifest}`, uri)).toEqual([]);
  });
});

describe('hover in a scenario', () => {
  test('says what a field means, what it takes, and gives an example', () => {
    const text = hoverText('ru|n: {for: 3}');
    expect(text).toContain('**`run`** · object | list');
    expect(text).toContain('a list is one entry per run in the same pod');
    expect(text).toContain('run: {for: 10, exit: 0}');
    expect(hoverText('run: {fo|r: 3}')).toContain('for: {min: 5, max: 60}');
    expect(hoverText('actions:\n  - {at: 3, delete: Fore|ground}')).toContain('`Background`');
    expect(hoverText('pods:\n  - ordi|nal: 0')).toContain('by order of creation');
  });

  test('in a patch says what the field of the object means', () => {
    expect(hoverText('actions: [{at: 3, patch: {spec: {parall|elism: 3}}}]')).toContain('**`parallelism`**');
    expect(hoverText('actions: [{at: 3, patch: {spec: {sche|dule: "@daily"}}}]')).toContain('**`schedule`**');
  });

  test('in the comment of a manifest, at its place', () => {
    const marked = `# kubejob-scenario:\n#   run: {for: 3, ex|it: 1}\n${manifest}`;
    expect(hoverText(marked, 'file:///a.yaml')).toContain('exit code');
    const { text, position } = withCaret(marked);
    const found = hover(analysisOf(text), position, { now: 0, localOffset: () => 0 });
    expect(found?.range && analysisOf(text).text.getText(found.range)).toBe('exit');
  });

  test('in Korean', () => {
    expect(hoverText('st|op: {after: 3}', file, { language: 'ko' })).toMatch(/· 맵\n\n멈추라는 신호/);
    expect(items('run: {|}', true, file, { language: 'ko' })[0]?.detail).toBe('기간 | 맵');
  });

  test('nothing elsewhere', () => {
    expect(hoverText('no|thing: 3')).toBe('');
    expect(hoverText('r|un: {for: 3}', 'file:///a.yaml')).toBe('');
  });
});

/** The codes of the texts of every field that can be written at a path or below it. */
function* codesBelow(path: NodePath): Generator<string> {
  const place = scenarioPlace(path);
  if (!place) return;
  for (const { owner, name } of scenarioFields(place)) {
    yield `scenario-field.${owner}.${name}`;
    yield* codesBelow([...path, name]);
  }
  yield* codesBelow([...path, 0]);
  yield* codesBelow([...path, 'a container of that name']);
}

test('every field that a scenario may have has a text, and no text is left over', () => {
  const texts = Object.keys(tables.en).filter((code) => code.startsWith('scenario-field.'));
  expect([...new Set(codesBelow([]))].sort()).toEqual(texts.sort());
});
