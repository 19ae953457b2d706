import fc from 'fast-check';
import { type ApiField, apiType, rootTypes } from '../../server/kubernetes/fields/api-fields.ts';
import type { CronJob, Job } from '../../server/kubernetes/generated/types.ts';

/** Decoded Jobs with any fields of the API in them, sensible or not. */
export function arbitraryJob(): fc.Arbitrary<Job> {
  return objectOf(rootTypes.Job);
}

export function arbitraryCronJob(): fc.Arbitrary<CronJob> {
  return objectOf(rootTypes.CronJob);
}

/** Fields that are there more often than not, so that there is something to judge. */
const likely = new Set([
  'metadata',
  'spec',
  'jobTemplate',
  'template',
  'containers',
  'name',
  'image',
  'schedule',
  'restartPolicy',
  'rules',
  'action',
]);

function objectOf(typeName: string): fc.Arbitrary<object> {
  const { properties = {} } = apiType(typeName) ?? {};
  const fields = Object.entries(properties).map(([name, property]) => {
    const value = arbitraryValue(name, property);
    const weights = likely.has(name) ? { some: 4, none: 1 } : { some: 1, none: 7 };
    return [
      name,
      fc.oneof({ weight: weights.none, arbitrary: fc.constant(undefined) }, { weight: weights.some, arbitrary: value }),
    ] as const;
  });
  return fc
    .record(Object.fromEntries(fields))
    .map((object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)));
}

function arbitraryValue(name: string, property: ApiField): fc.Arbitrary<unknown> {
  if (property.items) return fc.array(arbitraryValue(name, property.items), { maxLength: 3 });
  if (property.additionalProperties) return fc.dictionary(text, arbitraryValue('', property.additionalProperties), { maxKeys: 2 });
  const type = property.$ref ? apiType(property.$ref) : undefined;
  if (property.$ref && type?.properties) return objectOf(property.$ref);
  const shape = type?.shape?.type ?? property.type;
  if (Array.isArray(shape)) return fc.oneof(integer, text);
  if (shape === 'integer' || shape === 'number') return integer;
  if (shape === 'boolean') return fc.boolean();
  if (shape === 'object') return fc.constant({});
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(words[name] ?? ['main'])) }, { weight: 1, arbitrary: text });
}

const integer = fc.oneof(fc.constantFrom(0, 1, 2, 3, 5, -1, 100, 65536, 100001, 2147483647), fc.integer({ min: -10, max: 300 }));

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'main',
    'a.b/c',
    'A_b',
    '-',
    'a b',
    '1',
    '100m',
    '1Gi',
    'x'.repeat(64),
    '../a',
    '/data',
    '{{ .a }}',
    '*',
    'é',
    '0-2,4',
    '10.0.0.1',
  ),
  fc.string({ maxLength: 8 }),
);

const words: Readonly<Record<string, readonly string[]>> = {
  restartPolicy: ['Never', 'OnFailure', 'Always'],
  completionMode: ['Indexed', 'NonIndexed'],
  schedule: ['* * * * *', '@daily', 'TZ=UTC 0 0 * * *'],
  timeZone: ['UTC', 'Asia/Seoul', 'Local'],
  action: ['Count', 'FailJob', 'FailIndex', 'Ignore'],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Equal'],
  image: ['busybox', 'busybox:1.36'],
  concurrencyPolicy: ['Allow', 'Forbid', 'Replace'],
};
