import { counted } from '../table/counted.ts';
import type { Argument, MessageTable } from '../table/message-table.ts';
import { type Detail, yamlDetail } from './yaml-details.ts';

/** What is wrong with the text, the kind and the shape of a manifest, before any rule is asked. */
export const decoding = {
  'unknown-field': unknownField,
  'field-too-new': 'Kubernetes {version} has no field "{field}" here; it came with {since}.',
  'field-gone': 'Kubernetes {version} has no field "{field}" here any more; {until} was the last to have it.',
  'wrong-type': wrongType,
  'gated-field': 'Kubernetes {version} ignores {field} unless its feature gate {gate} is turned on.',
  'unreadable-quantity': '"{value}" is no quantity: write a number with a unit such as m, k, M, Gi, or none.',
  'unreadable-time': '"{value}" is no time: write it as 2026-01-31T09:00:00Z.',
  'yaml-duplicate-key':
    'The key "{key}" is already in this map, and kubectl keeps the last one; kustomize, Flux and the API itself refuse the file: remove one of the two.',
  'no-kind': 'Say what this is: kind must be Job or CronJob.',
  'no-api-version': 'Say which API this belongs to: apiVersion must be batch/v1.',
  'api-version-unreadable': 'apiVersion "{apiVersion}" has too many slashes: for Jobs and CronJobs it is batch/v1.',
  'list-item-no-object': 'Every item of a List must be an object: kubectl refuses the whole file. Remove this one.',
  'list-in-list': 'kubectl takes no List within a List, and refuses the whole file: move its items into the outer one.',
  'list-item-incomplete': 'An item of a List without {field} makes kubectl refuse the whole file: say what it is.',
  'list-without-kind': 'kubectl does not read items of what does not say what it is: write kind: List.',
  'bare-list': 'kubectl takes no bare list of objects: write a List with items, or one document for each.',
  'slash-comment': 'YAML has no // comments: begin the line with #.',
  'cron-job-v1beta1': 'batch/v1beta1 is gone since Kubernetes 1.25: write apiVersion: batch/v1.',
  'unknown-kind': 'The API batch/v1 has the kinds Job and CronJob, and no "{kind}".',
  'unknown-api-version': 'There is no {kind} in {apiVersion}: write apiVersion: batch/v1.',
  'wrong-kind': ({ kind, meant }: { kind: string; meant: string }) =>
    `This is the spec of a ${meant}, not of a ${kind}: ${meant === 'Job' ? 'set kind to Job, or put the spec into a jobTemplate' : 'set kind to CronJob, or keep only the spec of its jobTemplate'}.`,
  'mistakes-unexplained': ({ most }: { most: number }) =>
    most > 0
      ? `What was meant is looked for in the first ${most} findings of an object: mend those, then these are told in full.`
      : 'Too much is wrong in this large object to try what was meant: mend some of it, then the rest is told in full.',
  'findings-left-out': 'Of one object {most} findings are told, and here are more: mend those, then the rest is told.',
  template: 'This looks like a template: it is not checked until it is rendered to YAML.',
  placeholders: 'Values with placeholders are not checked: a tool fills them in before Kubernetes sees them.',
  'yaml-syntax': (args: Detail) => `This is not YAML: ${yamlDetail(args)}.`,
  'yaml-tab-indentation': 'Tabs cannot indent YAML: use spaces.',
  'yaml-indentation': (args: Detail) => `The indentation does not fit the lines around it: ${yamlDetail(args)}.`,
  'yaml-missing-character': (args: Detail) => `Something is missing here: ${yamlDetail(args)}.`,
  'yaml-quotes-needed': 'Text that begins with {sign} must be in quotes: write {quoted}.',
  'yaml-colon-in-text': 'Text with a colon and a blank in it must be in quotes: write {quoted}.',
  'yaml-two-keys': 'A second field begins in this line: put {key} on a line of its own, or all of the text in quotes.',
  'yaml-quote-open': 'The text that begins with {sign} has no end: close it with {sign}.',
  'yaml-quote-inside': 'The second {sign} ends the text, and more stands behind it: write {quoted}.',
  'holds-unseen': ({ characters }: { characters: readonly string[] }) => `It holds ${characters.join(', ')}.`,
  'yaml-colon-missing': 'A colon is missing behind {key}: put one there, and a blank before the value.',
  'yaml-blank-behind-colon': 'Put a blank behind the colon of {key}.',
  'yaml-blank-behind-dash': 'Put a blank behind the dash.',
  'yaml-list-beside-key': 'The list of {key} begins on the line below it: put the dash there.',
  'yaml-block-header': 'Text behind {sign} begins on the next line: put it there, indented more than its key.',
  'yaml-bracket-open': 'The {sign} has no end: close it with {closing}.',
  'yaml-bracket-extra': 'This {sign} closes nothing: remove it.',
  'yaml-comment': 'A comment begins with # in YAML.',
  'yaml-conflict': 'Git left this mark where two versions contradict each other: keep one of them, and remove the marks.',
  'yaml-lines-too-far-right': ({ key, blanks }: { key: string; blanks: number }) =>
    `"${key}" has a value already, so nothing can stand under it: move this ${counted(blanks, 'blank', 'blanks')} to the left.`,
  'yaml-column-left': ({ key, blanks }: { key: string; blanks: number }) =>
    `Nothing above begins in this column: move this ${counted(blanks, 'blank', 'blanks')} to the left, below "${key}".`,
  'yaml-column-right': ({ key, blanks }: { key: string; blanks: number }) =>
    `Nothing above begins in this column: move this ${counted(blanks, 'blank', 'blanks')} to the right, below "${key}".`,
  'yaml-behind-separator':
    'kubectl takes nothing but a comment behind --- on its line, and refuses the whole file: begin what stands there on the next line.',
  'yaml-separator-misread': ({ characters }: { characters: readonly string[] }) =>
    `This line separates nothing, and kubectl refuses the whole file: it holds ${characters.join(', ')}, but a separator is ---.`,
  'yaml-signs-misread': ({ signs, characters }: { signs: readonly string[]; characters: readonly string[] }) =>
    `YAML wants ${signs.join(' and ')} here, not ${characters.join(', ')}.`,
  'yaml-control-character': 'The control character {character} may not stand in YAML: remove it.',
  'yaml-directive': 'The API server does not read this directive: remove the line.',
  'yaml-unknown-anchor': 'No anchor &{anchor} comes before this alias.',
  'yaml-anchor-name': 'The anchor {anchor} may hold letters, digits, - and _ alone: rename it.',
  'yaml-anchor-in-itself': 'The anchor &{anchor} contains itself.',
  'yaml-too-many-aliases': 'The aliases of this document stand for more values than the API server accepts.',
  'not-utf-8': notUtf8,
  'yaml-too-large': 'This document is larger than the API server takes, 3 MiB: it is not read.',
  'yaml-too-deep': 'This is nested deeper than any manifest: it is not read.',
  'yaml-not-read':
    'The API server reads no further than here, because this line is indented less than the first: begin all of them in one column.',
  'yaml-separator-not-read':
    'kubectl reads no further than here: the line before ends in no line feed, so this separates nothing for it. Save the file with line feeds (LF).',
  'yaml-behind-end': 'kubectl reads no further than here, where ... ends the document: begin what follows with ---.',
  'yaml-escape': 'In double quotes {escape} means nothing in YAML: write / alone, or use single quotes.',
  'yaml-not-a-number': '{text} cannot be sent to the API server, which knows no such number.',
  'yaml-tag-mismatch': '"{text}" cannot be read as {tag}.',
  'yaml-base64': 'The text after !!binary must be base64.',
  'yaml-key': 'A key must be text or a number, not a list, a map or null.',
  'yaml-merge': 'Only a map, or a list of maps, can be merged with <<.',
} as const satisfies MessageTable;

/** The codes of what keeps a document from being read: `yaml-tab-indentation`, `yaml-duplicate-key`, … */
export type SyntaxCode = Extract<keyof typeof decoding, `yaml-${string}`>;

/** A field that its object does not have. */
export type UnknownField = {
  readonly field: string;
  /** The names that may have been meant. */
  readonly nearest: readonly string[];
  /** Where such a field belongs, as the server writes paths, empty for the root, "CronJob" for the spec of one; undefined of a misspelt one. */
  readonly belongs?: string;
};

/** A value of another type than its field has; `written` is how the document has it, where that is known. */
export type WrongType = {
  readonly expected: string;
  readonly got: string;
  readonly value?: Argument;
  readonly written?: string;
  readonly plain?: boolean;
};

/** Bytes that are not UTF-8; `letter` is what they are in the encoding that they seem to be. */
export type NotUtf8Bytes = {
  readonly byte: string;
  readonly like: 'surrogate' | 'half-utf-16' | 'euc-kr' | 'latin-1' | 'utf-16' | 'utf-32';
  readonly letter: string;
};

function notUtf8({ byte, like, letter }: NotUtf8Bytes): string {
  if (like === 'utf-16') return 'This seems to be UTF-16 without a byte order mark, and kubectl refuses the file: save it as UTF-8.';
  if (like === 'utf-32') return 'This seems to be UTF-32, and kubectl refuses the file: save it as UTF-8.';
  const refused = 'kubectl stores U+FFFD in its place, Helm, kustomize and Flux refuse the file';
  if (like === 'half-utf-16') return `Half of a UTF-16 character stands here: ${refused}. Write what was meant, and save it as UTF-8.`;
  const is =
    like === 'surrogate'
      ? `Byte ${byte} begins half of a UTF-16 character, which is not UTF-8`
      : `Byte ${byte} is not UTF-8; in ${like === 'euc-kr' ? 'EUC-KR' : 'Latin-1'} it is "${letter}"`;
  return `${is}: ${refused}. Save it as UTF-8.`;
}

const expected: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  int32: 'a whole number of at most 2147483647',
  int64: 'a whole number',
  'int-or-string': 'a whole number or text',
  quantity: 'a quantity such as 500m or 1Gi',
  time: 'a time such as 2026-01-31T09:00:00Z',
  array: 'a list',
  object: 'a map',
};

const got: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

function wrongType(args: WrongType): string {
  const { written, plain, value } = args;
  const wanted = expected[args.expected] ?? args.expected;
  const found = got[args.got] ?? args.got;
  if (written === undefined) return `This must be ${wanted}, not ${found}.`;
  if (args.got === 'object') return `A colon with a blank behind it makes a map of this, but it must be ${wanted}: put quotes around it.`;
  if (plain && args.expected === 'string') {
    const meaning = args.got === 'boolean' || value !== written ? `means ${value} in YAML` : 'is a number in YAML';
    return `${written} without quotes ${meaning}, but this must be text: write "${written}".`;
  }
  if (!plain && args.got === 'string') return `${written} is text because of its quotes, but this must be ${wanted}: write it without.`;
  return `This must be ${wanted}, not ${found}.`;
}

function unknownField({ field, nearest, belongs }: UnknownField): string {
  const here = `There is no field "${field}" here`;
  if (belongs === undefined) return `${here}.${didYouMean(nearest)}`;
  if (belongs === 'CronJob') return `${here}: it belongs to the spec of a CronJob.`;
  const [name] = nearest;
  if (name !== undefined) return `${here}. Did you mean ${name}, which belongs to ${belongs}?`;
  return belongs === '' ? `${here}: move it to the top of the manifest.` : `${here}: it belongs to ${belongs}.`;
}

function didYouMean(nearest: readonly string[]): string {
  return nearest.length ? ` Did you mean ${nearest.join(' or ')}?` : '';
}
