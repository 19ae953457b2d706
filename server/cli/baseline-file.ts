import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readFile, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import { writeText } from '../files/write-text.ts';
import { asText } from './as-text.ts';
import { baselineText, readBaseline, withoutKnown } from './report/baseline.ts';
import type { FileFindings } from './report/reported-finding.ts';

/** Takes away what the baseline in a file knows; where it is about to be written anew it may be missing, and knows nothing. */
export function knownFindings(file: string | undefined, update: boolean): ((result: FileFindings) => FileFindings) | Unread {
  if (file === undefined || update) return (result) => result;
  if (!existsSync(file)) return { unread: `no such file: ${shownName(file)}. --update-baseline writes it` };
  const read = asText(readFile(file));
  if ('unread' in read) return read;
  const baseline = readBaseline(read.text);
  return baseline ? withoutKnown(baseline, dirname(resolve(file)), existsSync) : { unread: `no baseline of kubejob: ${shownName(file)}` };
}

/** Writes what was found as what is known from now on. */
export function writeBaseline(file: string | undefined, results: readonly FileFindings[]): Unread | undefined {
  if (file === undefined) return undefined;
  return writeText(file, baselineText(results, dirname(resolve(file))));
}
