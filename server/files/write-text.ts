import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
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
    writeAtOnce(target, after);
    return undefined;
  } catch (error) {
    return { unread: whyUnwritten(error, file) };
  }
}

/** Writes a file of a folder that is made where it is not there, over one of that name, as `writeText` does. */
export function writeFileIn(folder: string, name: string, text: string): Unread | undefined {
  const file = join(folder, name);
  try {
    // Node's own way to make folders within each other goes on for ever below /proc.
    const missing = foldersUp(resolve(folder)).filter((one) => !existsSync(one));
    for (const one of missing.toReversed()) mkdirSync(one);
  } catch (error) {
    return { unread: whyUnwritten(error, file) };
  }
  return writeText(file, text);
}

/**
 * Writes a file, over one of that name, whole or not at all: on a full disk the old one stays. What is no file, such as a device, is
 * written as it stands; a pipe that nobody reads is not waited for.
 */
export function writeText(file: string, text: string): Unread | undefined {
  try {
    writeAtOnce(existsSync(file) ? realpathSync(file) : file, text);
    return undefined;
  } catch (error) {
    return { unread: whyUnwritten(error, file) };
  }
}

/** Beside the file first, then in its place, with its rights and its owner where that may be. Another name of the same file keeps what it had. */
function writeAtOnce(target: string, text: string): void {
  const old = statSync(target, { throwIfNoEntry: false });
  if (old && !old.isFile()) {
    writeAll(openSync(target, constants.O_WRONLY | constants.O_NONBLOCK), text);
    return;
  }
  // A file that may not be written is not to be replaced either.
  if (old) accessSync(target, constants.W_OK);
  const { beside, descriptor } = openBeside(target);
  try {
    writeAll(descriptor, text, old);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** A file that was not there. What was ended while it wrote leaves one, and in a container the next may have the same process id. */
function openBeside(target: string, attempt = 0): { readonly beside: string; readonly descriptor: number } {
  const beside = join(dirname(target), `.${basename(target)}.kubejob-${process.pid}${attempt === 0 ? '' : `-${attempt}`}`);
  try {
    return { beside, descriptor: openSync(beside, 'wx', 0o666) };
  } catch (error) {
    if (attempt < mostLeft && existsSync(beside)) return openBeside(target, attempt + 1);
    throw error;
  }
}

const mostLeft = 100;

/** Of the file that is open, whatever its name leads to by now. The owner first: to give a file away takes some of its rights. */
function takeAfter(descriptor: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(descriptor);
  try {
    if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid);
  } catch {
    // Only root may give a file away; whoever may write here owns it then.
  }
  fchmodSync(descriptor, mode);
}

/** Then with the rights and the owner of the old file, where there is one. */
function writeAll(descriptor: number, text: string, old?: Stats): void {
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    if (old) takeAfter(descriptor, old);
  } finally {
    closeSync(descriptor);
  }
}
