import { expect, test } from 'vitest';
import { decode } from '../../server/kubernetes/decoding/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../../server/kubernetes/defaults/job.ts';
import { resolveName } from '../../server/kubernetes/creation/generate-name.ts';
import { controllerUidLabels } from '../../server/kubernetes/creation/identity.ts';
import { prepareForCreate } from '../../server/kubernetes/creation/prepare-for-create.ts';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { parseManifests } from '../../server/manifest/parse.ts';
import { readCases } from './agreement.ts';

test('fills in every default as the API server does', () => {
  const cases = readCases('apiserver.jsonl').filter((recorded) => recorded.defaulted !== undefined);
  expect(cases.length).toBeGreaterThan(800);
  const differences = cases.flatMap(({ id, yaml, defaulted }) => differencesOf(defaulted, storedSpec(yaml), 'spec').map((what) => `${id}: ${what}`));
  expect(differences).toEqual([]);
});

/** The spec that the server would store, without the random uid. */
function storedSpec(yaml: string): unknown {
  const value = parseManifests(yaml).documents[0]?.body.value;
  const isCronJob = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'CronJob';
  if (isCronJob) return setCronJobDefaults(decode('CronJob', value, newestVersion).object).spec;
  const job = setJobDefaults(decode('Job', value, newestVersion).object);
  const text = JSON.stringify(prepareForCreate(job, { name: resolveName(job.metadata), uid: 'uid' }).spec);
  return JSON.parse(text, (_, entry: unknown) => (isObject(entry) ? withoutUid(entry) : entry));
}

function withoutUid(labels: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !(controllerUidLabels as readonly string[]).includes(name)));
}

/** The server leaves most zeros, empty texts, lists and maps out of its answer, or writes null; all else must be equal. */
function differencesOf(recorded: unknown, ours: unknown, path: string): readonly string[] {
  if (recorded === undefined || recorded === null) return isZero(ours) ? [] : [`${path}: unexpected ${JSON.stringify(ours)}`];
  if (Array.isArray(recorded) && Array.isArray(ours) && recorded.length === ours.length) {
    return recorded.flatMap((entry, index) => differencesOf(entry, ours[index], `${path}[${index}]`));
  }
  if (isObject(recorded) && isObject(ours)) {
    const names = new Set([...Object.keys(recorded), ...Object.keys(ours)]);
    return [...names].flatMap((name) => differencesOf(recorded[name], ours[name], `${path}.${name}`));
  }
  return recorded === ours ? [] : [`${path}: ${JSON.stringify(ours)} instead of ${JSON.stringify(recorded)}`];
}

function isZero(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).every(isZero);
  return value === undefined || value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
