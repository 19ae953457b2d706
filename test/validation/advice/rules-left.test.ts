import { expect, test } from 'vitest';
import { decode, decodeAs } from '../../../server/kubernetes/decoding/decode.ts';
import { objectsOf } from '../../../server/kubernetes/decoding/objects-in-document.ts';
import type { ObjectMeta } from '../../../server/kubernetes/generated/types.ts';
import type { ObjectOfKind } from '../../../server/kubernetes/kinds.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { advise } from '../../../server/validation/advice/index.ts';
import { rulesLeft } from '../../../server/validation/advice/rule/rules-left.ts';
import { type Subject, subjectOf } from '../../../server/validation/advice/rule/subject.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';
import type { Cases } from './advised.ts';

const modules = import.meta.glob<{ readonly cases?: Cases }>('./*/*.ts', { eager: true });
const manifests = Object.values(modules).flatMap(({ cases }) => [...(cases?.called.map(([text]) => text) ?? []), ...(cases?.silent ?? [])]);
const context = { version: '1.37', now: Date.parse('2026-11-21T12:00:00Z') } as const;

test('whatever was said of a spec before, the same is said of an object that has it as of one that shares nothing', () => {
  const objects = manifests.flatMap((text) =>
    parseManifests(text).documents.flatMap(({ body }) =>
      objectsOf(body.value).flatMap(({ kind, value }) => (kind ? [decodeAs(kind, value, '1.37')] : [])),
    ),
  );
  const annotated = objects.flatMap(({ object: { metadata } }) => (metadata?.annotations ? [metadata] : []));
  const metadata = new Map(annotated.map((one) => [Object.keys(one.annotations ?? {}).join(), one]));
  expect([objects.length > 200, metadata.size > 5]).toEqual([true, true]);
  for (const one of objects) {
    const own = one.object.metadata ?? {};
    for (const met of [{ name: 'a' }, { name: 'a' }, own, own, ...metadata.values(), own]) {
      const advised = withMetadata(one, met);
      expect(advise(advised, context)).toEqual(advise(structuredClone(advised), context));
    }
  }
});

function withMetadata({ kind, object }: ObjectOfKind, metadata: ObjectMeta): ObjectOfKind {
  return kind === 'Job' ? { kind, object: { ...object, metadata } } : { kind, object: { ...object, metadata } };
}

test('a rule that was silent by the spec alone is left out once the spec was met twice; at another time, and of patches, all are asked', () => {
  const rule = (name: string, find: (subject: Subject) => readonly unknown[]) => ({ name, find });
  const ofTheSpec = rule('of the spec', ({ job, cronJob }) => (job.completions === 9 || cronJob?.suspend ? ['found'] : []));
  const ofTheName = rule('of the name', ({ metadata }) => (metadata.name === 'x' ? ['found'] : []));
  const ofTheJobs = rule('of its Jobs', ({ jobMetadata }) => (jobMetadata.labels?.['x'] ? ['found'] : []));
  const left = rulesLeft([ofTheSpec, ofTheName, ofTheJobs]);
  const times = (advised: ObjectOfKind, more: object = {}) =>
    [1, 2, 3].map(() => left(advised.object.spec, subjectOf(advised, { ...context, ...more })).map(({ name }) => name));
  const all = ['of the spec', 'of the name', 'of its Jobs'];
  const job: ObjectOfKind = { kind: 'Job', object: decode('Job', jobOf({}), '1.37').object };
  const cronJob: ObjectOfKind = { kind: 'CronJob', object: decode('CronJob', cronJobOf({}), '1.37').object };
  expect(times(job)).toEqual([all, ['of the name', 'of its Jobs'], ['of the name', 'of its Jobs']]);
  expect(times(cronJob)).toEqual([all, ['of the name'], ['of the name']]);
  expect(times({ kind: 'Job', object: { spec: { completions: 9 } } })).toEqual([all, all, all]);
  expect(times(job, { partial: true })).toEqual([all, all, all]);
  expect(times(job, { now: 0 })[0]).toEqual(all);
});
