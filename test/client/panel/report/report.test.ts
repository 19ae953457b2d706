import { describe, expect, test } from 'vitest';
import { noHistory, withEdit } from '../../../../client/panel/history/history.ts';
import { markdownReport } from '../../../../client/panel/report/markdown.ts';
import { fitsAsRecording, recordingText } from '../../../../client/panel/report/recording.ts';
import type { Simulated } from '../../../../client/panel/state/page-state.ts';
import { simulateObject } from '../../../../server/application/simulation/simulate-object.ts';
import type { WhatIfEdit } from '../../../../server/simulator/what-if/what-if-edit.ts';
import { analysisOf } from '../../../analysis.ts';
import { jobWith } from '../../../manifests.ts';

function simulated(text: string, edits: readonly WhatIfEdit[] = []): Simulated {
  const result = simulateObject(analysisOf(text), { uri: 'file:///job.yaml', document: 0, whatIf: { edits } }, () => false);
  if (result.status !== 'simulated') throw new Error(result.status);
  return result;
}

const job = jobWith({ spec: 'completions: 2', container: 'command: [sleep, "3"]' });
const fails: WhatIfEdit = { kind: 'pod', pod: { ordinal: 0 }, change: { exit: 3 } };

describe('as Markdown', () => {
  test('the run is a heading, its pods a table, kubectl a block of code, and what is assumed a list', () => {
    const report = markdownReport(simulated(job, [fails]), { history: withEdit(noHistory, fails), likely: undefined }, undefined);
    expect(report).toMatch(/^### Job `[\w-]+`: Complete after .* 3 pods, 1 of them failed\.\n\n/);
    expect(report).toContain('**Changed by hand**\n\n- #0: fails with exit code 3\n');
    expect(report).toMatch(/\| #0 \| 0s \| [\d.]+s \| Error \| 0 \|\n\| #1 \|/);
    expect(report).toMatch(/```console\n\$ kubectl get jobs --watch\nNAME /);
    expect(report).toMatch(/\*\*Assumptions\*\*\n\n- /);
    expect(report.trimEnd().split('\n').at(-1)).toBe('<sub>Kubejob · Kubernetes 1.37</sub>');
  });
  test('no more pods than anyone reads', () => {
    const report = markdownReport(
      simulated(job.replace('completions: 2', 'completions: 50')),
      { history: noHistory, likely: undefined },
      undefined,
    );
    expect(report).toContain('| … | | | 30 more | |');
    expect(report).not.toContain('| #20 |');
  });
});

describe('as a recording', () => {
  test('it is the JSON of the command line', () => {
    const recording = JSON.parse(recordingText(simulated(job).run));
    expect(Object.keys(recording)).toEqual([
      'jobs',
      'pods',
      'cronjobs',
      'events',
      'final',
      'describe',
      'describePods',
      'actionResults',
      'summary',
    ]);
    expect(recording.summary).toMatchObject({ outcome: 'Complete', podsCreated: 2 });
  });
  test('where it is not too long for an editor', () => {
    const { run } = simulated(job);
    expect([fitsAsRecording(run), fitsAsRecording({ ...run, summary: { ...run.summary, podsCreated: 5_001 } })]).toEqual([true, false]);
  });
});
