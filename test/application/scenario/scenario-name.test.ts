import { expect, test } from 'vitest';
import { isScenarioName, manifestNames, scenarioNames } from '../../../server/application/scenario/scenario-name.ts';

test.each([
  ['job.yaml', ['job.scenario.yaml', 'job.scenario.yml']],
  ['job.yml', ['job.scenario.yaml', 'job.scenario.yml']],
  ['file:///k8s/job.json', ['file:///k8s/job.scenario.yaml', 'file:///k8s/job.scenario.yml']],
  ['job', ['job.scenario.yaml', 'job.scenario.yml']],
  ['job.scenario.yml', []],
  ['a/templates/jobs/job.yaml', ['a/templates/jobs/job.scenario.yaml', 'a/templates/jobs/job.scenario.yml', 'a/job.scenario.yaml']],
  [
    String.raw`C:\a\templates\jobs\job.yaml`,
    [
      String.raw`C:\a\templates\jobs\job.scenario.yaml`,
      String.raw`C:\a\templates\jobs\job.scenario.yml`,
      String.raw`C:\a\job.scenario.yaml`,
    ],
  ],
])('the scenario of %s', (manifest, names) => {
  expect(scenarioNames(manifest)).toEqual(names);
  expect(isScenarioName(manifest)).toBe(names.length === 0);
});

test.each([
  ['a/job.scenario.yaml', ['a/job.yaml', 'a/job.yml', 'a/job.json', 'a/templates/job.yaml', 'a/templates/job.yml', 'a/templates/job.json']],
  ['job.scenario.yml', ['job.yaml', 'job.yml', 'job.json', 'templates/job.yaml', 'templates/job.yml', 'templates/job.json']],
  [
    String.raw`a\job.scenario.yml`,
    [
      ...[String.raw`a\job.yaml`, String.raw`a\job.yml`, String.raw`a\job.json`],
      ...[String.raw`a\templates/job.yaml`, String.raw`a\templates/job.yml`, String.raw`a\templates/job.json`],
    ],
  ],
  ['scenario.yaml', []],
])('the manifest of %s', (scenario, names) => {
  expect(manifestNames(scenario)).toEqual(names);
});
