import type { FoundFile } from '../files/manifests-at.ts';
import { replaceText } from '../files/write-text.ts';
import { fixedFiles, type HowToMend } from './judge/fixed-files.ts';
import { unifiedDiff } from './report/unified-diff.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

/** Files as they are after their fixes, and why some could not be written. */
export interface FilesFixed {
  readonly files: readonly FoundFile[];
  readonly notWritten: readonly string[];
}

/** Writes what is mended into the files; of standard input the mended text goes to standard output. */
export function writeFixes(files: readonly FoundFile[], how: HowToMend, streams: Streams): FilesFixed {
  const notWritten: string[] = [];
  const fixed = [...fixedFiles(files, how)].flatMap((one, at): readonly FoundFile[] => {
    const found = files[at];
    if ('unread' in one) return found ? [{ ...found, read: one }] : [];
    const { before, after } = one;
    if (one.found.input) streams.out(after);
    const refused = one.found.input || after === before ? undefined : replaceText(one.found.file, before, after);
    if (refused) notWritten.push(refused.unread);
    return [{ ...one.found, read: { file: one.found.file, text: refused ? before : after } }];
  });
  return { files: fixed, notWritten };
}

/** Prints what would be mended; exits with 1 where anything would be. */
export function printDiffs(files: readonly FoundFile[], how: HowToMend, streams: Streams): ExitStatus {
  let code: ExitStatus = exitStatus.good;
  for (const one of fixedFiles(files, how)) {
    if ('unread' in one) {
      streams.error(`kubejob: ${one.unread}\n`);
      code = exitStatus.couldNotRun;
    } else if (one.after !== one.before) {
      streams.out(unifiedDiff(one.found.file, one.before, one.after, streams.colours));
      if (code === exitStatus.good) code = exitStatus.faults;
    }
  }
  return code;
}
