import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asStored } from '../../server/kubernetes/creation/as-stored.ts';
import { prepareForCreate } from '../../server/kubernetes/creation/prepare-for-create.ts';
import { decode } from '../../server/kubernetes/decoding/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../../server/kubernetes/defaults/job.ts';
import type { Finding } from '../../server/kubernetes/finding/finding.ts';
import { kubernetesVersions } from '../../server/kubernetes/versions.ts';
import { render } from '../../server/messages/render.ts';
import { validateCronJobUpdate, validateJobUpdate } from '../../server/validation/job/update.ts';
import { validateCronJob, validateJob, validateWritten } from '../../server/validation/job/validate.ts';
import { arbitraryCronJob, arbitraryJob } from '../kubernetes/arbitrary-object.ts';
import { runs } from '../property-runs.ts';

const version = fc.constantFrom(...kubernetesVersions);
const jobs = arbitraryJob();
const cronJobs = arbitraryCronJob();

test('any Job can be judged, and every finding has words', () => {
  fc.assert(
    fc.property(jobs, version, (job, version) => {
      expectWords(validateJob(setJobDefaults(job, version), { version, original: job }));
    }),
    runs(150),
  );
});

test.each([
  ['template', (job: object) => structuredClone(job)],
  ['spec', (job: object) => ({ ...job, metadata: { name: 'another' } })],
])('what was said of a %s before says nothing else of a Job that has the same', (_, another) => {
  fc.assert(
    fc.property(jobs, (job) => {
      for (const version of [...kubernetesVersions, ...kubernetesVersions]) {
        decode('Job', job, version);
        const { object } = decode('Job', another(job), version);
        const apart = structuredClone(object);
        const context = { version, original: apart };
        expect(validateWritten({ kind: 'Job', object }, version)).toEqual(validateJob(setJobDefaults(apart, version), context));
        expect(asStored(object, version)).toEqual(asStored(apart, version));
      }
    }),
    runs(60),
  );
});

test('any CronJob can be judged, and every finding has words', () => {
  fc.assert(
    fc.property(cronJobs, version, (cronJob, version) => {
      expectWords(validateCronJob(setCronJobDefaults(cronJob, version), { version, original: cronJob }));
    }),
    runs(150),
  );
});

test('defaults that are filled in again change nothing', () => {
  fc.assert(
    fc.property(jobs, version, (job, version) => {
      const once = setJobDefaults(job, version);
      expect(setJobDefaults(once, version)).toEqual(once);
    }),
    runs(150),
  );
  fc.assert(
    fc.property(cronJobs, version, (cronJob, version) => {
      const once = setCronJobDefaults(cronJob, version);
      expect(setCronJobDefaults(once, version)).toEqual(once);
    }),
    runs(150),
  );
});

test('an edit that changes nothing says nothing that creating did not', () => {
  fc.assert(
    fc.property(jobs, version, (job, version) => {
      const defaulted = setJobDefaults({ ...job, metadata: { ...job.metadata, name: 'hello' } }, version);
      const stored = prepareForCreate(defaulted, { name: 'hello', uid: 'u' }, version);
      const created = identities(validateJob(defaulted, { version }));
      const edited = identities(validateJobUpdate(stored, stored, { version }));
      expect([...edited].filter((finding) => !created.has(finding))).toEqual([]);
    }),
    runs(150),
  );
  fc.assert(
    fc.property(cronJobs, version, (cronJob, version) => {
      const stored = setCronJobDefaults(cronJob, version);
      const created = identities(validateCronJob(stored, { version }));
      const edited = identities(validateCronJobUpdate(stored, stored, { version }));
      expect([...edited].filter((finding) => !created.has(finding))).toEqual([]);
    }),
    runs(150),
  );
});

test('the order of keys does not matter', () => {
  fc.assert(
    fc.property(jobs, version, (job, version) => {
      const reversed = setJobDefaults(reverseKeys(job), version);
      const asIs = setJobDefaults(job, version);
      expect(identities(validateJob(reversed, { version }))).toEqual(identities(validateJob(asIs, { version })));
    }),
    runs(150),
  );
});

function reverseKeys<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held) ? Object.fromEntries(Object.entries(held).reverse()) : held,
  );
}

function expectWords(findings: readonly Finding[]): void {
  for (const { code, args, related } of findings) {
    expect(render(code, args)).toMatch(/^.+$/);
    for (const other of related ?? []) expect(render(other.code, other.args)).toMatch(/^.+$/);
  }
}

function identities(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ severity }) => severity === 'error').map(({ reason, path }) => `${reason} ${path}`));
}
