import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../../server/kubernetes/decoding/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../../server/kubernetes/defaults/job.ts';
import type { Finding } from '../../server/kubernetes/finding/finding.ts';
import { mergePatch } from '../../server/kubernetes/values/merge-patch.ts';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { validateCronJobUpdate, validateJobUpdate } from '../../server/validation/job/update.ts';

interface RecordedObject {
  readonly manifest: { readonly kind: string; readonly metadata: { readonly name: string } };
  readonly stored: Readonly<Record<string, unknown>>;
}

interface Edit {
  readonly object: string;
  readonly edit: unknown;
  readonly accepted: boolean;
  readonly findings?: readonly { readonly field: string; readonly reason: string }[];
}

const context = { version: newestVersion };

test.each([
  ['edits.json', 285],
  ['edits-more.json', 20],
])('every recorded edit of %s is accepted or refused as by the API server', (file, count) => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const { objects, edits }: { objects: Readonly<Record<string, RecordedObject>>; edits: readonly Edit[] } = JSON.parse(text);
  expect(edits.length).toBe(count);
  const disagreements = edits.flatMap(({ object, edit, findings = [] }) => {
    const recorded = objects[object];
    const ours = recorded ? identities(judgeEdit(recorded, edit)) : ['no such object'];
    const theirs = [...new Set(findings.map(({ field, reason }) => `${reason} ${field}`))].sort();
    return ours.join() === theirs.join() ? [] : [`${object} ${JSON.stringify(edit)}: ${ours} instead of ${theirs}`];
  });
  expect(disagreements).toEqual([]);
});

function judgeEdit({ manifest, stored }: RecordedObject, edit: unknown): readonly Finding[] {
  const old = { ...stored, metadata: { name: manifest.metadata.name, ...Object(stored['metadata']) } };
  const edited = mergePatch(old, edit);
  if (manifest.kind === 'Job') {
    const [job, oldJob] = [edited, old].map((value) => setJobDefaults(decode('Job', value, newestVersion).object));
    return job && oldJob ? validateJobUpdate(job, oldJob, context) : [];
  }
  const [cronJob, oldCronJob] = [edited, old].map((value) => setCronJobDefaults(decode('CronJob', value, newestVersion).object));
  return cronJob && oldCronJob ? validateCronJobUpdate(cronJob, oldCronJob, context) : [];
}

function identities(findings: readonly Finding[]): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ reason, path }) => `${reason} ${path}`))].sort();
}
