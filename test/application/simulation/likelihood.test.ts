import { describe, expect, it } from 'vitest';
import type { LikelihoodParams } from '../../../server/application/simulation/answer.ts';
import { likelihood } from '../../../server/application/simulation/likelihood.ts';
import { analysisOf } from '../../analysis.ts';

function asked(command: string, more: Partial<LikelihoodParams> = {}) {
  const text = `apiVersion: batch/v1
kind: Job
metadata: {name: a}
spec:
  backoffLimit: 1
  template:
    spec:
      restartPolicy: Never
      containers:
      - {name: main, image: "busybox:1.37", command: [sh, -c, "${command}"]}
`;
  const analysis = analysisOf(text);
  return likelihood(analysis, { uri: analysis.text.uri, document: 0, failureRate: 0.05, ...more });
}

describe('how likely an end is', () => {
  it('is a matter of chance where the containers end well, or where somebody says how many fail', () => {
    const edits = [{ kind: 'failure-rate', share: 0.05 }] as const;
    expect(asked('sleep 5').sentence).toMatch(/^At 5 % failures: \d+(\.\d)? % complete/);
    expect(asked('sleep 5; exit 3', { whatIf: { edits } })).toMatchObject({ status: 'known' });
  });

  it('is none where they fail by what their command or a scenario says: no sentence promises what the run beside it refutes', () => {
    const none = { status: 'unknown', sentence: 'How likely it is: no matter of chance, as its containers fail by what they do.' };
    expect(asked('sleep 5; exit 3')).toEqual(none);
    expect(asked('sleep 5', { scenario: { file: 'a.scenario.yaml', text: 'run: {exit: 3}' } })).toEqual(none);
  });

  const bounded = `apiVersion: batch/v1
kind: Job
metadata: {name: a}
spec:
  activeDeadlineSeconds: 60
  template:
    spec:
      restartPolicy: Never
      containers:
      - {name: main, image: "busybox:1.37", command: [sleep, "5"]}
`;
  const of = (text: string, scenario: string, failureRate = 0.05) => {
    const analysis = analysisOf(text);
    const file = { file: 'file:///a.scenario.yaml', text: scenario };
    return likelihood(analysis, { uri: analysis.text.uri, document: 0, failureRate, scenario: file });
  };

  it.each([
    ['there is no room for its pods', 'cluster: {pods: 0}'],
    ['its image cannot be pulled', 'run: {cannotPull: true}'],
  ])('is not told where %s: chance has no part in that', (_, scenario) => {
    expect(of(bounded, scenario)).toEqual({ status: 'unknown', sentence: '' });
  });

  it('is told where all that were tried came out alike, and others would not', () => {
    expect(of(bounded, 'run: {for: 5}', 1)).toMatchObject({ status: 'known' });
    expect(of(bounded, 'run: {for: {min: 10, max: 90}}', 0)).toMatchObject({ status: 'known' });
    expect(of(bounded, 'run: {for: {min: 50, max: 5000}}')).toMatchObject({ status: 'known' });
  });
});
