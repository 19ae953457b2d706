import { expect, test } from 'vitest';
import { accept, objectNamed } from '../../../server/application/simulation/accept.ts';
import { unmetTexts } from '../../../server/application/simulation/unmet.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';

function unmet(text: string, scenario: string): readonly string[] {
  const analysis = analysisOf(text);
  const object = objectNamed(analysis);
  const accepted = object && accept(analysis, object, { file: 'job.scenario.yaml', text: scenario });
  if (accepted?.status !== 'accepted') throw new Error(accepted?.status);
  const run = simulate(accepted.object, accepted.scenario, { version: '1.37' });
  return unmetTexts(accepted.scenario, accepted.object, run, textsIn('en'));
}

const container = 'command: [sleep, "3"]';
const indexed = jobWith({ spec: 'completionMode: Indexed\ncompletions: 2', container });

test('what a scenario says of pods and containers that there are is taken', () => {
  expect(unmet(jobWith({ spec: 'completions: 2', container }), 'pods: [{ordinal: 1, run: {for: 1}}]\ncontainers: {main: {}}')).toEqual([]);
  expect(unmet(indexed, 'pods: [{index: 1, attempt: 4, run: {exit: 1}}]')).toEqual([]);
});

test('a scenario for another Job is told as one', () => {
  expect(unmet(jobWith({ container }), 'containers: {proxy: {}}\npods: [{ordinal: 9, containers: {agent: {}}}, {index: 0}]')).toEqual([
    'the scenario speaks of containers that the pods do not have: proxy, agent',
    'the scenario speaks of pods that there were none of: #9, index 0',
  ]);
  expect(unmet(indexed, 'pods: [{index: 2}]')).toEqual(['the scenario speaks of pods that there were none of: index 2']);
  expect(unmet(cronJobWith({ cronJob: 'schedule: "0 * * * *"', container }), 'pods: [{job: 99}, {ordinal: 0}]')).toEqual([
    'the scenario speaks of pods that there were none of: job 99',
  ]);
});

test('an edit of a field that there is not is told, of Jobs and CronJobs', () => {
  const words = 'an edit names fields that Kubernetes does not know; the API server drops them, with a warning';
  const patch = 'actions: [{at: 1, patch: {spec: {paralelism: 2, suspend: false}}}, {at: 2, patch: {spec: {paralelism: 3}}}]';
  expect(unmet(jobWith({ container }), patch)).toEqual([`${words}: spec.paralelism`]);
  expect(unmet(cronJobWith({ cronJob: 'schedule: "0 * * * *"', container }), patch)).toEqual([`${words}: spec.paralelism`]);
});
