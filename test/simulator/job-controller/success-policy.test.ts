import { expect, test } from 'vitest';
import { metSuccessRule } from '../../../server/simulator/job-controller/success-policy.ts';
import { listedIndexes } from '../../../server/simulator/objects/completion-indexes.ts';

const met = (rules: readonly { succeededIndexes?: string; succeededCount?: number }[], succeeded: string) =>
  metSuccessRule({ rules }, listedIndexes(succeeded), 10);

test('all indexes of a rule, or as many as it counts', () => {
  expect(met([{ succeededIndexes: '0-2' }], '0,1')).toBeUndefined();
  expect(met([{ succeededIndexes: '0-2' }], '0-3')).toBe(0);
  expect(met([{ succeededIndexes: '0-2', succeededCount: 2 }], '0,2')).toBe(0);
  expect(met([{ succeededIndexes: '0-2', succeededCount: 2 }], '2,5,6')).toBeUndefined();
  expect(met([{ succeededCount: 3 }], '4,7')).toBeUndefined();
});

test('the first rule that is met', () => {
  expect(met([{ succeededIndexes: '9' }, { succeededCount: 1 }], '3')).toBe(1);
});

test('indexes that the Job does not have any more are not waited for', () => {
  expect(met([{ succeededIndexes: '8-20' }], '8,9')).toBe(0);
  expect(met([{ succeededIndexes: '12' }], '0')).toBeUndefined();
});

test('numbers are read as the API server reads them', () => {
  expect(met([{ succeededIndexes: '+1,02' }], '1,2')).toBe(0);
  expect(met([{ succeededIndexes: '+1,02' }], '1')).toBeUndefined();
});
