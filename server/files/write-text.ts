import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { textOfBytes } from '../manifest/bytes/text-of-bytes.ts';
import { foldersUp } from './folders.ts';
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

/** Writes a file of a folder that is made where it is not there, over one of that name. A pipe that nobody reads is not waited for. */
export function writeFileIn(folder: string, name: string, text: string): Unread | undefined {
  const file = join(folder, name);
  try {
    // Node's own way to make folders within each other goes on for ever below /proc.
    const missing = foldersUp(resolve(folder)).filter((one) => !existsSync(one));
    for (const one of missing.toReversed()) mkdirSync(one);
    writeAll(openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NONBLOCK, 0o666), text);
    return undefined;
  } catch (error) {
    return { unread: whyUnwritten(error, file) };
  }
}

function writeWhole(file: string, text: string, mode: number): void {
  writeAll(openSync(file, 'wx', mode), text);
}

function writeAll(descriptor: number, text: string): void {
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  } finally {
    closeSync(descriptor);
  }
}
