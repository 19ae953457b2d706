import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../application/analysis.ts';
import { isToldOf } from '../../application/findings/encoding-finding.ts';
import { type FoundFile, readFound } from '../../files/manifests-at.ts';
import type { TextFile, Unread } from '../../files/read-file.ts';
import { fixAll } from '../../language/code-actions/fix-all.ts';
import { type FilesInPlace, filesInPlace, type HowToJudge } from './judge-files.ts';

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
  const inPlace = filesInPlace(how.settings, how.facts);
  for (const found of files) {
    const read = readFound(found);
    if ('unread' in read) yield read;
    else {
      const isMeant = how.rules.length === 0 || how.rules.includes('not-utf-8');
      const meant = isMeant && read.notUtf8 && isToldOf(read.notUtf8, inPlace.whole(read)) ? read.meant : undefined;
      const text = read.notUtf8 ? meant : read.text;
      const after = text === undefined ? read.text : fixed(placed({ file: read.file, text }, inPlace), how.rules);
      yield { found, before: read.text, after };
    }
  }
}

type Placed = Pick<Analysis, 'text' | 'settings' | 'partial'>;

/** How a file is to be read as what stands around it takes it; no analysis is kept, as one of a long file would take too much memory. */
function placed(read: TextFile, { whole, isLong, inPieces }: FilesInPlace): Placed {
  const [first] = isLong(read) ? inPieces(read) : [];
  const { text, settings, partial } = first ?? whole(read);
  return { text, settings, partial };
}

function fixed(file: Placed, rules: readonly string[]): string {
  return TextDocument.applyEdits(file.text, fixAll(file, rules));
}
