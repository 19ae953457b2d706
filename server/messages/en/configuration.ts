import type { MessageTable } from '../table/message-table.ts';

/** What can be wrong in a `.kubejob.yaml`. */
export const configuration = {
  'configuration-no-map': 'A configuration is a mapping: write fields such as `namespace: work`.',
  'configuration-unknown-field': ({ name, nearest, known }: { name: string; nearest: string; known: readonly string[] }) =>
    nearest
      ? `A configuration has no '${name}': write '${nearest}'.`
      : `A configuration has no '${name}': remove it, or use one of ${known.join(', ')}.`,
  'configuration-text': "'{name}' must be text.",
  'configuration-flag': "'{name}' must be true or false.",
  'configuration-versions': "'{name}' must be a version from {oldest} to {newest}, or a range such as 1.33-1.37.",
  'configuration-rules': "'{name}' must be a list of names of rules, and of entries with 'rule', 'files' or both.",
} as const satisfies MessageTable;
