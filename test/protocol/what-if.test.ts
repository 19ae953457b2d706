import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LikelihoodResult, ScenarioTextResult, SimulateAnswer } from '../../server/protocol/requests.ts';
import type { WhatIfEdit } from '../../server/simulator/what-if/what-if-edit.ts';
import { example } from '../examples.ts';
import { type Session, startSession } from './session.ts';

const uri = 'file:///nowhere/fixed-count.yaml';
const scenario = 'file:///nowhere/fixed-count.scenario.yaml';
const fails: WhatIfEdit = { kind: 'pod', pod: { ordinal: 1 }, change: { exit: 3 } };

describe('what if', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    await session.open(uri, example('fixed-count.yaml'));
    await session.open(scenario, '# slow\nrun: {for: 50}\n');
  });
  afterAll(() => session.end());
  const ask = <Result>(request: string, more: object) => session.connection.sendRequest<Result>(request, { uri, document: 0, ...more });

  test('edits count over the scenario, which can be left aside', async () => {
    const plain = await ask<SimulateAnswer>('kubejob/simulate', {});
    expect(plain).toMatchObject({ inForce: { scenario: 'file', controls: { runTime: 50, failureRate: null } } });
    const edited = await ask<SimulateAnswer>('kubejob/simulate', { whatIf: { edits: [fails] } });
    expect(edited).toMatchObject({ run: { summary: { podsFailed: 1, podsCreated: 6 } } });
    const without = await ask<SimulateAnswer>('kubejob/simulate', { whatIf: { edits: [], withoutScenario: true } });
    expect(without).toMatchObject({ inForce: { scenario: 'file', controls: { runTime: null } } });
  });

  test('what cannot be done says why', async () => {
    const edits: readonly WhatIfEdit[] = [
      { kind: 'action', action: { at: 9, patch: { spec: { completions: 9 } } } },
      { kind: 'action', action: { at: 5, deletePod: 40 } },
    ];
    expect(await ask<SimulateAnswer>('kubejob/simulate', { whatIf: { edits } })).toMatchObject({
      refusals: [
        { t: 5, text: 'Pod #40 does not exist yet; pods created until then: 3.' },
        { t: 9, text: expect.stringContaining('spec.completions') },
      ],
    });
  });

  test('the scenario is written with the edits, below its comments', async () => {
    expect(await ask<ScenarioTextResult>('kubejob/scenarioText', { whatIf: { edits: [fails] } })).toEqual({
      uri: scenario,
      text: '# slow\nrun: { for: 50 }\npods:\n  - ordinal: 1\n    run:\n      for: 50\n      exit: 3\n',
    });
  });

  test('how likely it is comes from many runs, each of which can be opened by its seed', async () => {
    const likely = await ask<LikelihoodResult>('kubejob/likelihood', { failureRate: 0.3 });
    if (likely.status !== 'known') throw new Error(likely.status);
    expect(likely.sentence).toMatch(/^At 30 % failures: \d+(\.\d)? % complete, .* to .*, at most \d+ pods\. From 200 runs\.$/);
    const failed = likely.runs.find(({ outcome }) => outcome === 'Failed');
    if (!failed) throw new Error('none failed');
    const edits: readonly WhatIfEdit[] = [
      { kind: 'failure-rate', share: 0.3 },
      { kind: 'seed', seed: failed.seed },
    ];
    expect(await ask<LikelihoodResult>('kubejob/likelihood', { failureRate: 0.3, whatIf: { edits } })).toEqual(likely);
    const { outcome, podsCreated, duration } = failed;
    expect(await ask<SimulateAnswer>('kubejob/simulate', { whatIf: { edits } })).toMatchObject({
      run: { summary: { outcome, podsCreated, duration } },
    });
  });
});
