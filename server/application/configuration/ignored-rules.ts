import ignore from 'ignore';
import { isRecord } from '../../plain/record.ts';

/** What one entry of `ignore` asks not to see. */
export interface IgnoreEntry {
  /** Names of rules; all of them where there is none. */
  readonly rules: readonly string[];
  /** Patterns of paths from the configuration's folder; all files where there is none. */
  readonly files: readonly string[];
}

/** All rules, among the names of those that are ignored. */
export const everyRule = '*';

/**
 * Reads `ignore`: a list of names of rules, and of `{rule, files}`, where either may be left out or be a list. An entry that is
 * neither says nothing, as does one without both.
 */
export function readIgnoreEntries(value: unknown): readonly IgnoreEntry[] {
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [{ rules: [entry], files: [] }];
    if (!isRecord(entry)) return [];
    const { rule, files } = entry;
    const read = { rules: textsOf(rule), files: textsOf(files) };
    const isEmpty = (rule !== undefined && read.rules.length === 0) || (files !== undefined && read.files.length === 0);
    return isEmpty || read.rules.length + read.files.length === 0 ? [] : [read];
  });
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

/** The rules that entries ignore in a file, by its path from the configuration's folder, with `/` between folders. */
export function rulesIgnoredIn(path: string, entries: readonly IgnoreEntry[]): readonly string[] {
  const here = entries.filter(({ files }) => files.length === 0 || isAmong(path, files));
  return [...new Set(here.flatMap(({ rules }) => (rules.length === 0 ? [everyRule] : rules)))];
}

/** Whether patterns of a .gitignore name a file, by its path from the folder of the list; a file above that folder is never meant. */
export function isAmong(path: string, patterns: readonly string[]): boolean {
  return patterns.length > 0 && ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns).ignores(path);
}
