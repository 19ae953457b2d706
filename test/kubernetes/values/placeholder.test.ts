import { expect, test } from 'vitest';
import { holdsPlaceholder } from '../../../server/kubernetes/values/placeholder.ts';

test.each([`\${APP}-backup`, '$NAME', `a\${B:=c}`, '__NAME__', '<name>', '<your-name>', '{{ .Values.name }}'])(
  '%s is filled in by another program',
  (text) => {
    expect(holdsPlaceholder(text)).toBe(true);
  },
);

test.each(['$(NAME)', 'a_b__c', '5 < 6', '$5', 'a <= b', '', '__init__'])('%s is not', (text) => {
  expect(holdsPlaceholder(text)).toBe(false);
});
