import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenarioText } from '../../../../server/application/scenario/read-scenario-text.ts';
import { complete } from '../../../../server/language/completion/complete.ts';
import { hover } from '../../../../server/language/hover.ts';
import { scenarioComment } from '../../../../server/simulator/scenario/scenario-comment.ts';
import { analysisOf } from '../../../analysis.ts';
import { podWith } from '../../../manifests.ts';
import { runs } from '../../../property-runs.ts';
import { unindented } from '../../../text.ts';
import { noon } from '../../noon.ts';
import { accepted, applied, labels, offered } from '../offered.ts';

const scenario = { uri: 'file:///manifests/job.scenario.yaml' };
const manifest = podWith('containers: [{name: main, image: a:1}, {name: side, image: a:1}]');

describe('completion in a scenario file', () => {
  test.each([
    [
      'all its fields in an empty file',
      '|',
      ['startAt', 'start', 'run', 'containers', 'pods', 'stop', 'cluster', 'kubelet', 'actions', 'seed'],
    ],
    [
      'those that are there left out',
      'run: {for: 3}\nseed: 1\n|',
      ['startAt', 'start', 'containers', 'pods', 'stop', 'cluster', 'kubelet', 'actions'],
    ],
    [
      'of a run',
      'run: {|}',
      [
        'for',
        'exit',
        'signal',
        'outOfMemory',
        'healthyAfter',
        'cannotStart',
        'cannotCreate',
        'cannotPull',
        'cannotMount',
        'cannotSchedule',
      ],
    ],
    [
      'of a run, in a block',
      'run:\n  for: 3\n  |',
      ['exit', 'signal', 'outOfMemory', 'healthyAfter', 'cannotCreate', 'cannotPull', 'cannotMount', 'cannotSchedule'],
    ],
    [
      'of a run in a list',
      'run: [{for: 1, exit: 1}, {for: 2, |}]',
      ['exit', 'signal', 'outOfMemory', 'healthyAfter', 'cannotCreate', 'cannotPull', 'cannotMount', 'cannotSchedule'],
    ],
    ['what its rules refuse beside another left out', 'run: {outOfMemory: true, |}', ['for', 'exit', 'signal', 'healthyAfter']],
    ['what needs another left out', 'actions:\n  - at: 1\n    deletePod: 0\n    |', []],
    [
      'a run or the first of several',
      'run:\n  |',
      [
        '- for',
        'for',
        'exit',
        'signal',
        'outOfMemory',
        'healthyAfter',
        'cannotStart',
        'cannotCreate',
        'cannotPull',
        'cannotMount',
        'cannotSchedule',
      ],
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
    expect(labels(text, scenario)).toEqual(expected);
  });

  test.each([
    ['a run on one line', '|', 'run', 'run: {for: ${1:10}, exit: ${2:0}}$0'],
    ['pods on lines of their own', '|', 'pods', 'pods:\n  - ordinal: ${1:0}\n    run: {for: ${2:2}, exit: ${3:1}}$0'],
    ['a choice', 'actions:\n  - at: 3\n    |', 'delete', 'actions:\n  - at: 3\n    delete: ${1|Foreground,Background,Orphan|}$0'],
    ['in braces', 'pods: [{ordinal: 0, |}]', 'run', 'pods: [{ordinal: 0, run: {for: ${1:2}, exit: ${2:1}}$0}]'],
    ['lists in braces', '{|}', 'pods', '{pods: [$0]}'],
  ])('writes %s', (_, text, label, expected) => {
    expect(accepted(text, label, scenario)).toBe(expected);
  });

  test('what an empty file is completed with is a right scenario', () => {
    for (const { label } of offered('|', scenario)) {
      const text = accepted('|', label, { ...scenario, snippets: false });
      expect([text, readScenarioText(text)]).toMatchObject([text, { scenario: expect.anything() }]);
    }
  });

  test('only where the file is a scenario by its name', () => {
    expect(labels('run: {|}')).toEqual([]);
    expect(labels('|')).not.toContain('run');
  });

  test('nothing breaks at any offset of broken text', () => {
    const whole = unindented(`
      run: [{for: {min: 3, max: 4}, exit: [{code: 1, share: 0.5}]}]
      pods:
        - ordinal: 0
          run: {for: 2}
      actions:
        - {at: 3, patch: {spec: {parallelism: 2}}}
    `);
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '#', '\n', '  ', 'a', '- ', '\t', '\r\n', '---\n');
    fc.assert(
      fc.property(fc.nat(), fc.nat(9), piece, fc.nat(), (from, cut, put, at) => {
        const start = from % (whole.length + 1);
        const text = whole.slice(0, start) + put + whole.slice(start + cut);
        const offset = at % (text.length + 1);
        for (const [uri, content, caret] of [
          [scenario.uri, text, offset],
          ['file:///a.yaml', `# kubejob-scenario:\n${text.replaceAll(/^/gm, '#  ')}\n${manifest}`, offset],
        ] as const) {
          const analysis = analysisOf(content, {}, uri);
          const position = analysis.text.positionAt(caret);
          hover(analysis, position, noon());
          for (const item of complete(analysis, position, { snippets: true })) applied(content, item);
        }
      }),
      runs(300),
    );
  });
});

describe('completion in the comment at the head of a manifest', () => {
  test.each([
    [
      'keys of a run',
      '#   run: {|}',
      [
        'for',
        'exit',
        'signal',
        'outOfMemory',
        'healthyAfter',
        'cannotStart',
        'cannotCreate',
        'cannotPull',
        'cannotMount',
        'cannotSchedule',
      ],
    ],
    ['the names of the containers below', '#   containers:\n#     |', ['main', 'side']],
    ['also in an action', '#   actions: [{at: 1, killContainer: 0, container: |}]', ['main', 'side']],
  ])('%s', (_, comment, expected) => {
    expect(labels(`# kubejob-scenario:\n${comment}\n${manifest}`)).toEqual(expected);
  });

  test('on lines of their own, and on the first', () => {
    expect(labels(`# kubejob-scenario:\n#   |\n${manifest}`)).toContain('run');
    expect(labels(`# kubejob-scenario: {run: {|}}\n${manifest}`)).toContain('exit');
  });

  test('new lines are comments too', () => {
    const text = accepted(`# kubejob-scenario:\n#   |\n${manifest}`, 'pods', { snippets: false });
    expect(text).toBe(`# kubejob-scenario:\n#   pods:\n#     - ordinal: 0\n#       run: {for: 2, exit: 1}\n${manifest}`);
    expect(readScenarioText(scenarioComment(text)?.text ?? '')).toMatchObject({
      scenario: { pods: [{ ordinal: 0, run: [{ kind: 'run', for: 2, exit: 1 }] }] },
    });
  });

  test('not in other comments, and not below', () => {
    expect(labels(`# kubejob-scenario:\n#   run: {for: 1}\n|\n${manifest}`)).not.toContain('run');
    expect(labels(`# something\n# |\n${manifest}`)).toEqual([]);
  });
});

test('completion in Korean', () => {
  const [first] = offered('run: {|}', { ...scenario, settings: { language: 'ko' } });
  expect(first?.detail).toBe('기간 | 맵');
});
