import { expect, test } from 'vitest';
import { setCronJobDefaults, setJobDefaults } from '../../../server/kubernetes/defaults/job.ts';
import type { JobSpec, ObjectMeta } from '../../../server/kubernetes/generated/types.ts';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { validateCronJob, validateJob } from '../../../server/validation/job/validate.ts';

const pod = { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }] };
const context = { version: newestVersion };
const many = { completionMode: 'Indexed', completions: 100_001, parallelism: 10_001 };
const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'u' };

function job(metadata: ObjectMeta, spec: JobSpec = {}): readonly string[] {
  const findings = validateJob(setJobDefaults({ metadata, spec: { template: { spec: pod }, ...spec } }), context);
  return findings.map(({ severity, path, code }) => `${severity} ${path} ${code}`);
}

test('many indexes at once are warned of, in a Job and in a CronJob', () => {
  expect(job({ name: 'hello' }, many)).toEqual(['warning spec job-many-indexes']);
  expect(job({ name: 'hello' }, { ...many, parallelism: 10_000 })).toEqual([]);
  const jobTemplate = { spec: { ...many, template: { spec: pod } } };
  const found = validateCronJob(setCronJobDefaults({ metadata: { name: 'hello' }, spec: { schedule: '@daily', jobTemplate } }), context);
  expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(['spec.jobTemplate.spec job-many-indexes']);
});

test('an owner that stands there twice is warned of', () => {
  const found = job({ name: 'hello', ownerReferences: [owner, { ...owner, controller: false }, { ...owner }] });
  expect(found).toEqual(['warning metadata.ownerReferences owner-reference-repeated']);
});

test('a name that is no DNS label is warned of, however it comes about', () => {
  expect(job({ name: 'hello.world' })).toEqual(['warning metadata.name name-used-in-pods']);
  expect(job({ generateName: 'hello.world-' })).toEqual(['warning metadata.name name-used-in-pods']);
});

test('what is refused is not warned of', () => {
  expect(job({ name: 'hello.world' }, { parallelism: -1 })).toEqual(['error spec.parallelism number-negative']);
});
