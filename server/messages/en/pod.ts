import type { MessageTable } from '../messages.ts';

export const pod: MessageTable = {
  'selector-values-missing': 'The operator {operator} needs at least one value to compare with.',
  'selector-values-forbidden': 'The operator {operator} compares with no values: remove them.',
  'selector-operator': (args) =>
    args['value'] === ''
      ? 'An operator is needed: In, NotIn, Exists or DoesNotExist.'
      : `"${args['value']}" is not an operator: use In, NotIn, Exists or DoesNotExist.`,
};
