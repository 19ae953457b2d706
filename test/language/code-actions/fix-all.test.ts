import { expect, test } from 'vitest';
import { jobWith } from '../../manifests.ts';
import { after } from './actions.ts';

test('everything in a file is fixed at once', () => {
  const faulty = jobWith({ spec: 'completiond: 3\nparallelism: -1', pod: 'restartPolicy: Always' }).replace('batch/v1', 'batch/v1beta1');
  const fixed = jobWith({ spec: 'completions: 3\nparallelism: 0', pod: 'restartPolicy: OnFailure' });
  expect(after(`|${faulty}`, 'Fix everything', ['source.fixAll'])).toBe(fixed);
});
