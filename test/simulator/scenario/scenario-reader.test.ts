import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { render } from '../../../server/messages/render.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { runs } from '../../property-runs.ts';

const read = (yaml: string) => {
  const reading = readScenario(parse(yaml));
  if ('findings' in reading) throw new Error(JSON.stringify(reading.findings));
  return reading.scenario;
};

describe('a scenario is read', () => {
  test.each([
    ['', {}],
    ['run:', {}],
    ['start: 90s', { start: 90 }],
    ['start: {min: 1, max: 2m}', { start: { min: 1, max: 120 } }],
    ['startAt: 2026-01-01T00:00:10Z', { startAt: Date.UTC(2026, 0, 1, 0, 0, 10) }],
    ['startAt: 2026-01-01T09:00:10+09:00', { startAt: Date.UTC(2026, 0, 1, 0, 0, 10) }],
    ['run: {for: 10, exit: 3}', { run: [{ kind: 'run', for: 10, exit: 3 }] }],
    [
      'run: [{for: 1h30m, exit: 1}, {exit: [{code: 1, share: 0.2}]}]',
      {
        run: [
          { kind: 'run', for: 5400, exit: 1 },
          { kind: 'run', exit: [{ code: 1, share: 0.2 }] },
        ],
      },
    ],
    ['run: {outOfMemory: true, for: 3}', { run: [{ kind: 'run', for: 3, outOfMemory: true }] }],
    ['run: {cannotStart: true}', { run: [{ kind: 'cannot-start' }] }],
    ['run: {for: 3, healthyAfter: 1m}', { run: [{ kind: 'run', for: 3, healthyAfter: 60 }] }],
    ['run: {cannotCreate: true}', { run: [{ kind: 'cannot-create' }] }],
    ['run: {cannotPull: true, for: 1m}', { run: [{ kind: 'cannot-pull', for: 60 }] }],
    ['run: {cannotStart: false, exit: 1}', { run: [{ kind: 'run', exit: 1 }] }],
    ['stop: {}', { stop: { after: 0, exit: 143 } }],
    [
      'containers: {proxy: {run: {exit: 1}, stop: {after: 5}}}',
      { containers: { proxy: { run: [{ kind: 'run', exit: 1 }], stop: { after: 5, exit: 143 } } } },
    ],
    [
      'containers: {main: {preStop: {for: 1m}, postStart: {exit: 1}}}',
      { containers: { main: { preStop: { for: 60 }, postStart: { exit: 1 } } } },
    ],
    ['pods: [{index: 4, attempt: 0, run: {for: 1}}]', { pods: [{ index: 4, attempt: 0, run: [{ kind: 'run', for: 1 }] }] }],
    ['cluster: {nodes: 2, pods: 4, cpu: 2, memory: 4Gi}', { cluster: { nodes: 2, pods: 4, cpu: '2', memory: '4Gi' } }],
    [
      'actions: [{at: 9, delete: Orphan}, {at: 2, killContainer: 1}, {at: 1m, failNode: node-1}, {at: 3, patch: {spec: {suspend: null}}}]',
      {
        actions: [
          { at: 2, kind: 'kill-container', pod: 1, exit: 137 },
          { at: 3, kind: 'patch', patch: { spec: { suspend: null } } },
          { at: 9, kind: 'delete', propagation: 'Orphan' },
          { at: 60, kind: 'fail-node', node: 'node-1' },
        ],
      },
    ],
    [
      'actions: [{at: 1, deletePod: 0}, {at: 1, evictPod: 1}]',
      {
        actions: [
          { at: 1, kind: 'delete-pod', pod: 0 },
          { at: 1, kind: 'evict-pod', pod: 1 },
        ],
      },
    ],
    ['seed: 7', { seed: 7 }],
  ])('%s', (yaml, scenario) => {
    expect(read(yaml)).toEqual(scenario);
  });

  test('in every recorded run', () => {
    const home = join(import.meta.dirname, '../../simulations');
    const runs = ['job-runs.json', 'cronjob-runs.json'].flatMap((file): { scenario: unknown }[] =>
      JSON.parse(readFileSync(join(home, file), 'utf8')),
    );
    expect(runs.length).toBeGreaterThan(100);
    expect(runs.map(({ scenario }) => readScenario(scenario)).filter((reading) => 'findings' in reading)).toEqual([]);
  });
});

describe('a wrong scenario is explained', () => {
  test.each([
    ['just text', ['', "'scenario' must be a mapping."]],
    ['rum: {for: 1}', ['rum', "A scenario has no 'rum' here: write 'run'."]],
    [
      'pods: [{ordinal: 0, weather: 1}]',
      [
        'pods[0].weather',
        "A scenario has no 'weather' here: remove it, or use one of ordinal, index, attempt, job, start, run, stop, containers.",
      ],
    ],
    ['run: {for: ten}', ['run.for', "'for' must be a duration: seconds, or text such as 90s, 5m, 1h30m."]],
    ['run: {for: -1}', ['run.for', "'for' must be at least 0."]],
    ['run: {exit: 256}', ['run.exit', "'exit' must be at most 255."]],
    ['run: [{for: 1}, {exit: failed}]', ['run[1].exit', "'exit' must be an exit code from 0 to 255."]],
    ['run: []', ['run', "Give at least one entry in 'run', or remove it."]],
    [
      'run: {exit: [{code: 1, share: 0.7}, {code: 2, share: 0.7}]}',
      ['run.exit', 'The shares of the exit codes must not add up to more than 1.'],
    ],
    ['run: {cannotStart: true, exit: 1}', ['run.exit', "Remove 'exit': it says nothing beside 'cannotStart'."]],
    ['start: {min: 1}', ['start.max', "Add 'max'."]],
    ['start: {min: 3, max: 2}', ['start', "Let 'min' be no more than 'max'."]],
    ['startAt: tomorrow', ['startAt', "'startAt' must be a time such as 2026-01-01T00:00:00Z."]],
    ['startAt: 2026-13-01T00:00:00Z', ['startAt', "'startAt' must be a time such as 2026-01-01T00:00:00Z."]],
    [
      'pods: [{run: {exit: 1}}]',
      ['pods[0].ordinal', "Say which pods are meant: 'ordinal' by order of creation, 'index' by completion index, or 'job' of a CronJob."],
    ],
    ['pods: [{ordinal: 0, attempt: 1}]', ['pods[0].attempt', "'attempt' counts the pods of one index: add 'index'."]],
    ['pods: [{ordinal: 0, index: 1}]', ['pods[0].index', "Choose pods by 'ordinal' or by 'index', not by both."]],
    ['actions: [{at: 3}]', ['actions[0].patch', 'Say what happens: one of patch, deletePod, evictPod, killContainer, failNode, delete.']],
    ['actions: [{delete: Foreground}]', ['actions[0].at', "Add 'at'."]],
    ['actions: [{at: 1, delete: Now}]', ['actions[0].delete', "'delete' must be one of Foreground, Background, Orphan."]],
    [
      'actions: [{at: 1, deletePod: 0, evictPod: 0}]',
      ['actions[0].evictPod', "Remove 'evictPod' or 'deletePod': an action does one thing, others go into entries of their own."],
    ],
    ['actions: [{at: 1, deletePod: 0, exit: 9}]', ['actions[0].exit', "'exit' belongs to 'killContainer': add that, or remove it."]],
    [
      'actions: [{at: 1, failNode: node-2}]',
      ['actions[0].failNode', "There is no 'node-2': the cluster has only node-1, unless 'cluster' says more."],
    ],
    ['cluster: {cpu: lots}', ['cluster.cpu', "'cpu' must be a quantity such as 4, 500m or 8Gi."]],
    ['run: {cannotCreate: true, cannotPull: true}', ['run.cannotPull', "Remove 'cannotPull': it says nothing beside 'cannotCreate'."]],
    ['run: {cannotCreate: true, for: {min: 1, max: 2}}', ['run.for', "'for' must be a duration: seconds, or text such as 90s, 5m, 1h30m."]],
    [
      'containers: {a: {run: {cannotPull: true, exit: 1}}}',
      ['containers[a].run.exit', "Remove 'exit': it says nothing beside 'cannotPull'."],
    ],
  ])('%s', (yaml, [path, message]) => {
    const reading = readScenario(parse(yaml));
    const findings = 'findings' in reading ? reading.findings : [];
    expect(findings.map((finding) => [finding.path, render(finding.code, finding.args)])).toEqual([[path, message]]);
  });
});

test('any value gives a scenario or what is wrong with it, every finding with words', () => {
  const names = [
    'start',
    'run',
    'containers',
    'pods',
    'stop',
    'cluster',
    'actions',
    'for',
    'exit',
    'min',
    'max',
    'at',
    'patch',
    'delete',
    'code',
    'share',
  ];
  const { value } = fc.letrec((tie) => ({
    leaf: fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 300, '5s', 'main', 'Foreground', ''),
    value: fc.oneof(
      { maxDepth: 5 },
      tie('leaf'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const reading = readScenario(any);
      if ('scenario' in reading) return;
      expect(reading.findings).not.toEqual([]);
      for (const { code, args } of reading.findings) expect(render(code, args)).not.toBe(code);
    }),
    runs(500),
  );
});
