import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../application/analysis.ts';
import { isToldOf } from '../../application/findings/encoding-finding.ts';
import { type FoundFile, readFound } from '../../files/manifests-at.ts';
import type { Unread } from '../../files/read-file.ts';
import { fixAll } from '../../language/code-actions/fix-all.ts';
import { analysesInPlace, type HowToJudge, placedFiles } from './judge-files.ts';

export interface HowToMend extends Pick<HowToJudge, 'settings' | 'facts'> {
  /** Codes of findings; only these are mended. None: all are. */
  readonly rules: readonly string[];
}

/** A file, and what it would be with everything mended that has one answer. */
export interface FixedFile {
  readonly found: FoundFile;
  readonly before: string;
  readonly after: string;
}

/**
 * Takes the preferred fixes of the errors and warnings of each file, as "Fix everything" of the editor does. Bytes that are not UTF-8
 * become what they were meant to be; where that is not known, or nobody is to be told of them, the file is not touched.
 */
export function* fixedFiles(files: readonly FoundFile[], how: HowToMend): Generator<FixedFile | Unread> {
  const analyse = analysesInPlace(how.settings, how.facts);
  const inPlace = placedFiles(how.settings, how.facts);
  for (const found of files) {
    const read = readFound(found);
    if ('unread' in read) yield read;
    else {
      const isMeant = how.rules.length === 0 || how.rules.includes('not-utf-8');
      const meant = isMeant && read.notUtf8 && isToldOf(read.notUtf8, analyse(read)) ? read.meant : undefined;
      const text = read.notUtf8 ? meant : read.text;
      const placed = text === undefined ? undefined : inPlace({ file: read.file, text });
      yield { found, before: read.text, after: placed ? fixed(placed, how.rules) : read.text };
    }
  }
}

function fixed(placed: Pick<Analysis, 'text' | 'settings' | 'partial'>, rules: readonly string[]): string {
  return TextDocument.applyEdits(placed.text, fixAll(placed, rules));
}
