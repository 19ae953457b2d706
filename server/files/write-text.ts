import { closeSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { textOfBytes } from '../manifest/bytes/text-of-bytes.ts';
import { type Unread, whyUnwritten } from './read-file.ts';
import { shownName } from './shown-name.ts';

/**
 * Puts a text in place of another that a file holds, at once: a reader sees the one or the other, and what cannot be written leaves
 * the file as it was. Files that do not hold the old text any more, or as UTF-16, are left alone; of bytes that are not UTF-8 the old
 * text has U+FFFD. Links stay what they are.
 */
export function replaceText(file: string, before: string, after: string): Unread | undefined {
  try {
    const target = realpathSync(file);
    const bytes = readFileSync(target);
    const { text, notUtf8 } = textOfBytes(bytes);
    if (text !== before || !(notUtf8 || bytes.equals(Buffer.from(before))))
      return { unread: `not stored as UTF-8, or changed meanwhile, and not written: ${shownName(file)}` };
    const beside = join(dirname(target), `.${basename(target)}.kubejob-${process.pid}`);
    try {
      writeWhole(beside, after, statSync(target).mode);
      renameSync(beside, target);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
    return undefined;
  } catch (error) {
    return { unread: whyUnwritten(error, file) };
  }
}

function writeWhole(file: string, text: string, mode: number): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  } finally {
    closeSync(descriptor);
  }
}
