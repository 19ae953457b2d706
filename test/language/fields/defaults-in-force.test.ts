import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setJobDefaults } from '../../../server/kubernetes/defaults/job.ts';
import { fieldsOf } from '../../../server/kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../../server/kubernetes/fields/places.ts';
import type { JobSpec } from '../../../server/kubernetes/generated/types.ts';
import { askedValue } from '../../../server/language/fields/asked-object.ts';
import { defaultAt, defaultsAt } from '../../../server/language/fields/defaults-in-force.ts';
import { type NodePath, withValueAt } from '../../../server/plain/node-path.ts';
import { isRecord } from '../../../server/plain/record.ts';
import { arbitraryJob } from '../../kubernetes/arbitrary-object.ts';
import { waysToTypes } from '../../kubernetes/ways-to-types.ts';
import { runs } from '../../property-runs.ts';

const inJob = (spec: JobSpec) => ({ kind: 'Job', object: { spec }, version: '1.37' }) as const;
const inCronJob = (spec: JobSpec) => ({ kind: 'CronJob', object: { spec: { jobTemplate: { spec } } }, version: '1.37' }) as const;
const pod = ['spec', 'template', 'spec'];

describe('the default in force', () => {
  test.each([
    ['busybox:1.36', 'IfNotPresent'],
    ['busybox', 'Always'],
    ['busybox:latest', 'Always'],
    [`busybox@sha256:${'0'.repeat(64)}`, 'IfNotPresent'],
    [`busybox:latest@sha256:${'0'.repeat(64)}`, 'Always'],
    ['Busybox', 'IfNotPresent'],
    ['a b', 'IfNotPresent'],
  ])('of imagePullPolicy beside %s is %s', (image, expected) => {
    const containers = [{ name: 'other' }, { name: 'main', image, imagePullPolicy: 'Never' }];
    expect(defaultAt(inJob({ template: { spec: { containers } } }), [...pod, 'containers', 1, 'imagePullPolicy'])).toBe(expected);
  });

  test('is that of the field as if it were left out, beside its neighbours', () => {
    expect(defaultAt(inJob({ backoffLimit: 1 }), ['spec', 'backoffLimit'])).toBe(6);
    expect(defaultAt(inJob({ backoffLimit: 1, backoffLimitPerIndex: 1 }), ['spec', 'backoffLimit'])).toBe(2147483647);
    expect(defaultAt(inJob({ completions: 2, parallelism: 1 }), ['spec', 'completions'])).toBeUndefined();
  });

  test('of the Job in a CronJob is the one that it gets when it is made', () => {
    const path = ['spec', 'jobTemplate', ...pod.slice(0, 1)];
    expect(defaultsAt(inCronJob({}), path)).toMatchObject({ backoffLimit: 6, completions: 1, completionMode: 'NonIndexed' });
    expect(defaultAt(inCronJob({}), [...path, 'template', 'spec', 'restartPolicy'])).toBe('Always');
  });

  test('is known where the object is not even written yet', () => {
    expect(defaultsAt(askedValue('Job', undefined, '1.37'), [...pod, 'containers', 2, 'ports', 0])).toEqual({ protocol: 'TCP' });
  });

  test('is none for what is neither text nor number nor switch', () => {
    expect(defaultsAt(inJob({}), pod)).toEqual({
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
    });
  });
});

/** The paths of all objects inside a value. */
function objectsIn(value: unknown, path: NodePath = []): readonly NodePath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, index]));
  return isRecord(value) ? [path, ...Object.entries(value).flatMap(([name, entry]) => objectsIn(entry, [...path, name]))] : [];
}

test('defaults that are written down, all those of an object, change nothing', () => {
  fc.assert(
    fc.property(arbitraryJob(), (job) => {
      const filled = setJobDefaults(job);
      for (const path of objectsIn(job)) {
        const defaults = defaultsAt({ kind: 'Job', object: job, version: '1.37' }, path);
        const written = Object.entries(defaults).reduce((object, [name, value]) => withValueAt(object, [...path, name], value), job);
        expect(setJobDefaults(written)).toEqual(filled);
      }
    }),
    runs(100),
  );
});

test('what the published API calls a default is the one in force', () => {
  const published = [...waysToTypes('Job')].flatMap(([owner, way]) =>
    Object.entries(knownFields(way)).flatMap(([name, field]) =>
      field.default === undefined ? [] : [{ field: `${owner}.${name}`, path: [...way, name], value: field.default }],
    ),
  );
  expect(published.length).toBeGreaterThan(8);
  const found = published.map(({ field, path }) => ({
    field,
    path,
    value: defaultAt({ kind: 'Job', object: {}, version: '1.37' }, path),
  }));
  expect(found).toEqual(published);
});

function knownFields(way: NodePath) {
  const place = knownPlace('Job', way);
  return (place && fieldsOf(place.field)) ?? {};
}
