import type { MessageTable } from '../table/message-table.ts';

/** What can be wrong in a `.kubejob.yaml`. */
export const configuration = {
  'configuration-unknown-field': ({ name, nearest, known }: { name: string; nearest: string; known: readonly string[] }) =>
    nearest
      ? `A configuration has no '${name}': write '${nearest}'.`
      : `A configuration has no '${name}': remove it, or use one of ${known.join(', ')}.`,
  'configuration-version': "Write a known version, or a range such as 1.33-1.37: '{version}' is none of {versions}.",
  'configuration-no-rule': ({ name, nearest }: { name: string; nearest: string }) =>
    nearest ? `There is no rule '${name}': write '${nearest}'.` : `There is no rule '${name}': 'kubejob rule' lists them all.`,
  'configuration-error-stays': "Kubernetes refuses '{name}' whatever stands here: mend the manifest, or leave it out with 'exclude'.",
  'configuration-no-level': "Only rules of our own have levels, and '{name}' is a warning of Kubernetes: 'ignore' silences it.",
  'configuration-ignores-nothing': "Say what is ignored: 'rule', 'files' or both.",
} as const satisfies MessageTable;
