import { expect, test } from 'vitest';
import { render } from '../../../server/messages/render.ts';
import { run } from '../runs.ts';

const rules = [
  { action: 'Ignore', onExitCodes: { operator: 'In', values: [41] } },
  { action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } },
];

test('each failed pod says which rule its failure matches, and what becomes of it', () => {
  const exits = { pods: [0, 1, 2].map((ordinal) => ({ ordinal, run: { for: 3, exit: [41, 7, 42][ordinal] } })) };
  const { trace } = run({ backoffLimit: 6, podFailurePolicy: { rules } }, exits);
  const told = trace.filter(({ code }) => code === 'trace-failure-rule');
  expect(told.map(({ pod, code, args }) => `${pod}: ${render(code, args)}`)).toEqual([
    '0: Its failure matches podFailurePolicy.rules[0] (Ignore): it does not count as a failure.',
    '2: Its failure matches podFailurePolicy.rules[1] (FailJob): the Job fails.',
  ]);
});
