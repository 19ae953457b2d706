import { expect, test } from 'vitest';
import type { ApiField } from '../../../server/kubernetes/fields/api-fields.ts';
import { api } from '../../../server/kubernetes/generated/api.ts';
import { explanationOf } from '../../../server/language/fields/field-description.ts';
import { recordOf } from '../../../server/language/fields/field-records.ts';
import { analysisOf } from '../../analysis.ts';

test('every field that the API knows has words, and those of Jobs and CronJobs an example', () => {
  const types: Readonly<Record<string, { readonly properties?: Readonly<Record<string, ApiField>>; readonly shape?: object }>> = api.types;
  const withoutWords: string[] = [];
  const withoutExample: string[] = [];
  const texts = analysisOf('').texts;
  for (const [type, { properties }] of Object.entries(types)) {
    const owner = type.slice(type.lastIndexOf('.') + 1);
    for (const [name, field] of Object.entries(properties ?? {})) {
      if (explanationOf({ owner, name, field }, texts) === '') withoutWords.push(`${owner}.${name}`);
      const ours = /\.batch\.v1\./.test(type) && !/Status|Condition|UncountedTerminatedPods/.test(owner) && name !== 'status';
      if (ours && !recordOf({ owner, name }).example) withoutExample.push(`${owner}.${name}`);
    }
  }
  expect(withoutWords).toEqual([]);
  expect(withoutExample).toEqual([]);
});
