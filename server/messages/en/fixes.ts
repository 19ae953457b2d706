import { counted } from '../table/counted.ts';
import type { MessageTable } from '../table/message-table.ts';

/** Titles of fixes, and the findings that only the editor makes. */
export const fixes = {
  'lost-indentation': 'The lines lost their indentation, so fields stand in the wrong places: let the fix nest them again.',

  'unseen-blanks': ({ characters }: { characters: readonly string[] }) =>
    `YAML takes ${characters.join(', ')} for a letter, not for a blank: use spaces.`,

  'lines-too-far-left': ({ lines, blanks }: Moved) =>
    `Too far left: move ${counted(lines, 'line', 'lines')} from here on ${counted(blanks, 'blank', 'blanks')} to the right.`,
  'lines-too-far-right': ({ lines, blanks }: Moved) =>
    `Too far right: move ${counted(lines, 'line', 'lines')} from here on ${counted(blanks, 'blank', 'blanks')} to the left.`,
  'fix-clean-exported': 'Take out what the cluster put there',
  'fix-lines-right': ({ lines, blanks }: Moved) =>
    `Move ${counted(lines, 'line', 'lines')} ${counted(blanks, 'blank', 'blanks')} to the right`,
  'fix-lines-left': ({ lines, blanks }: Moved) =>
    `Move ${counted(lines, 'line', 'lines')} ${counted(blanks, 'blank', 'blanks')} to the left`,

  'immutable-change': ({ field }: { field: string; old?: string | number | boolean }) =>
    `Kubernetes will refuse this change of ${field} to an existing Job: delete and create it, or revert to what was committed.`,
  'fix-revert': 'Revert to {value}, as committed',

  'fix-restart-policy-Never': 'Set restartPolicy to Never: a failed pod stays with its logs, and a new pod is started',
  'fix-restart-policy-OnFailure': 'Set restartPolicy to OnFailure: the failed container is started again in the same pod',
  'fix-replace-unseen': ({ characters }: { characters: readonly string[] }) => `Replace ${characters.join(', ')}`,
  'fix-set-field': 'Set {field} to {value}',
  'fix-rename-field': 'Rename to {name}',
  'fix-remove-field': 'Remove {field}',
  'fix-remove-item': 'Remove this item',
  'fix-move-field': ({ field, to }: { field: string; to: string }) => `Move ${field} to ${to === '' ? 'the top of the manifest' : to}`,
  'fix-comment-out': 'Make a comment of {field}',
  'fix-move-renamed': 'Move {field} to {to} as {name}',
  'fix-nest-items': 'Put the items into {to}',
  'fix-add-field': 'Add {field}',
  'fix-quote': 'Put quotes around {value}',
  'fix-unquote': 'Write {value} without quotes',
  'fix-replace': 'Replace by {value}',
  'fix-make-list': 'Make it a list',
  'fix-make-map': 'Make it a map',
  'fix-lost-indentation': 'Nest the lines again by what each field belongs to',
  'fix-move-zone': 'Move {zone} to timeZone',
  'fix-remove-zone': 'Remove {zone} from the schedule',
  'fix-sort': 'Sort the exit codes',
  'fix-remove-value': 'Remove {value}',
  'fix-whole-script': 'Make it one script',
  'fix-escape-for-flux': 'Write {escaped}, which Flux leaves to the shell as {text}',
  'fix-argo-cd-hook': 'Make it a hook that Argo CD deletes before the next one',
  'fix-argo-cd-recreated': 'Have Argo CD delete it and create it anew when it changes',
  'fix-add-volume': 'Add an empty volume {name}',
  'fix-all': 'Fix everything in this file that has an evident fix',
  'fix-all-shown': 'Untick what you do not want, then apply',
  'fix-ignore-here': 'Ignore {code} here',
  'fix-ignore-in-file': 'Ignore {code} in this file',
  'fix-ignore-in-configuration': 'Ignore {code} in .kubejob.yaml',
  'fix-report-verdict': 'Report a wrong verdict',
  'fix-save-as-utf-8': 'Save as UTF-8',
  'fix-letters-meant': 'Put in the letters that were meant: saved as UTF-8 every program reads them',
  'refactor-to-cron-job': 'Make a CronJob of this Job',
  'fix-into-job-template': 'Put the spec into a jobTemplate with an hourly schedule',
  'refactor-to-job': 'Make a Job of this CronJob’s template',
  'refactor-to-sidecar': 'Make this container a sidecar',
  'fix-remove-line': 'Remove this line',
  'fix-close-quote': 'Close it with {sign}',
  'fix-next-line': 'Begin it on the next line',
  'fix-own-line': 'Put {key} on a line of its own',
  'fix-colon': 'Put a colon behind {key}',
  'fix-blank': 'Put a blank here',
  'fix-comma': 'Put a comma here',
  'fix-move-left': ({ lines }: { lines: number }) => `Move ${counted(lines, 'line', 'lines')} to the left`,
  'fix-move-right': ({ lines }: { lines: number }) => `Move ${counted(lines, 'line', 'lines')} to the right`,
  'fix-tabs': 'Replace tabs by spaces',
} as const satisfies MessageTable;

/** How many lines are moved how far. */
type Moved = { readonly lines: number; readonly blanks: number };
