import { describe, expect, it } from 'vitest';
import { factIn, factsIn } from '../../../../server/admission/namespace-facts.ts';
import { toldReasons } from '../../../../server/simulator/run/reasons/reasons-of.ts';
import { traceOf } from '../../../../server/simulator/run/reasons/trace-of.ts';
import { waitsOf } from '../../../../server/simulator/run/reasons/waits-of.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { pictureOfJob } from '../../../client/panel/picture/pictures.ts';
import { jobOf } from '../../../manifests.ts';

const waits = (...args: Parameters<typeof pictureOfJob>) => waitsOf(pictureOfJob(...args).run).map((wait) => `${wait.for} ${wait.whole}`);

describe('pods that the namespace refuses', () => {
  it('are told of once, and again where one was created in between', () => {
    const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'one' }, spec: { hard: { pods: '1' } } };
    const facts = factsIn([factIn(quota) ?? []].flat());
    const job = jobOf({ completions: 3, parallelism: 2 });
    const run = simulate(job, {}, { version: '1.37', until: 300, ...(facts ? { facts } : {}) });
    const refusals = traceOf(run).filter(({ code }) => code === 'trace-pod-refused');
    const codes = toldReasons(run).map(({ code }) => code);
    expect(refusals.length).toBeGreaterThan(4);
    expect(codes).toEqual(['trace-created', 'trace-pod-refused', 'trace-created', 'trace-pod-refused', 'trace-created']);
  });
});

describe('waits after failures', () => {
  it('is one for each back-off, doubled each time', () => {
    expect(waits({ backoffLimit: 4 }, { run: { exit: 1, for: '1s' } })).toEqual(['pod 10', 'pod 20', 'pod 40', 'pod 80']);
  });

  it('is one for each try of an index', () => {
    const spec = { completions: 2, parallelism: 2, completionMode: 'Indexed', backoffLimitPerIndex: 2 };
    expect(waits(spec, { pods: [{ index: 1, run: { exit: 1, for: '1s' } }] })).toEqual(['index 10', 'index 20']);
  });

  it('is one for each restart in place that waits', () => {
    const pod = { restartPolicy: 'OnFailure' };
    expect(waits({ backoffLimit: 3 }, { run: { exit: 1, for: '1s' } }, pod)).toEqual(['restart 10', 'restart 20']);
  });

  it('is none where nothing fails', () => {
    expect(waits({ completions: 5, parallelism: 2 })).toEqual([]);
  });
});
