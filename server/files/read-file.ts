import { closeSync, constants, existsSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { type DecodedText, textOfBytes } from '../manifest/bytes/text-of-bytes.ts';
import { shownName } from './shown-name.ts';

export interface TextFile extends DecodedText {
  /** As it is named to the user: a path, or `-` for standard input. */
  readonly file: string;
}

/** Why a file could not be read, in words that name it. */
export interface Unread {
  readonly unread: string;
}

/** Larger files are not read: no manifest is, and a text of twice the size would be more than V8 holds. */
const largestFile = 256 * 2 ** 20;

const chunk = 64 * 1024;

/**
 * Reads a file, or standard input where it is called `-`. What is no regular file is not read, so that nothing waits for ever
 * and nothing endless is read; but a pipe that somebody writes to, as a shell hands over the output of a command, is. Whether the file
 * is a regular one need not be asked again of what `isListed` as one.
 */
export function readFile(file: string, isListed = false): TextFile | Unread {
  if (file !== '-') return readIfAllowed(file, { pipes: true, most: largestFile, isListed });
  try {
    return { file, ...textOfBytes(readAll(0, fstatSync(0), { file, most: largestFile })) };
  } catch (error) {
    return { unread: whyUnread(error, file) };
  }
}

/** Reads a regular file of at most so many bytes, for who must never wait: a server reads what stands beside a document so. */
export function readRegularFile(file: string, most: number): TextFile | Unread {
  return readIfAllowed(file, { pipes: false, most });
}

interface Allowed {
  readonly pipes: boolean;
  /** Bytes. */
  readonly most: number;
  readonly isListed?: boolean;
}

function readIfAllowed(file: string, allowed: Allowed): TextFile | Unread {
  try {
    // A device may act on being opened, so its kind is looked at before.
    if (!allowed.isListed) refuseUnless(allowed, statSync(file), file);
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(descriptor);
      refuseUnless(allowed, stats, file);
      return { file, ...textOfBytes(readAll(descriptor, stats, { file, most: allowed.most })) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { unread: whyUnread(error, file) };
  }
}

/** The first of some files that there is; undefined where there is none. */
export function readFirst(files: readonly string[]): TextFile | Unread | undefined {
  const file = files.find((one) => existsSync(one));
  return file === undefined ? undefined : readFile(file);
}

/** Whether there is a file of that name that can be read without waiting. */
export function isRegularFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Said of a file that is there and is not read. */
class Refusal extends Error {}

function refuseUnless({ pipes, most }: Allowed, stats: Stats, file: string): void {
  if (stats.isDirectory()) throw new Refusal(`a folder, not a file: ${shownName(file)}`);
  if (!stats.isFile() && !(pipes && stats.isFIFO())) throw new Refusal(`no regular file, and not read: ${shownName(file)}`);
  if (stats.size > most) throw tooLarge(file, most);
}

function tooLarge(file: string, most: number): Refusal {
  return new Refusal(`larger than ${most / 2 ** 20} MiB, and not read: ${shownName(file)}`);
}

interface Wanted {
  /** As it is named to the user. */
  readonly file: string;
  /** Bytes. */
  readonly most: number;
}

function readAll(descriptor: number, stats: Stats, { file, most }: Wanted): Uint8Array {
  const isPipe = stats.isFIFO();
  // One byte more than it has: where that does not come, the file has ended. Files of the kernel's own say that they have none.
  const first = stats.isFile() && stats.size > 0 ? stats.size + 1 : chunk;
  const whole = readSome(descriptor, first, isPipe || file === '-');
  if (whole.length > most) throw tooLarge(file, most);
  if (first === stats.size + 1 && whole.length === stats.size) return whole;
  const parts: Uint8Array[] = [whole];
  let size = whole.length;
  const next = () => (size === 0 ? whole : readSome(descriptor, Math.min(Math.max(size, chunk), 2 ** 24), isPipe || file === '-'));
  for (let part = next(); part.length > 0; part = next()) {
    size += part.length;
    if (size > most) throw tooLarge(file, most);
    parts.push(part);
  }
  if (size === 0 && isPipe && file !== '-') throw new Refusal(`a pipe that nobody writes to: ${shownName(file)}`);
  return Buffer.concat(parts);
}

/** At most so many bytes; none at the end. Waits where somebody may still write; files of the kernel's own would be waited for without end. */
function readSome(descriptor: number, most: number, waits: boolean): Uint8Array {
  const bytes = Buffer.allocUnsafe(most);
  for (;;) {
    try {
      return bytes.subarray(0, readSync(descriptor, bytes));
    } catch (error) {
      if (codeOf(error) === 'EOF') return bytes.subarray(0, 0);
      if (codeOf(error) !== 'EAGAIN' || !waits) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whether the file system said that there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));
}

/** What the file system said of a path that was to be read, in words. */
export function whyUnread(error: unknown, path: string): string {
  return error instanceof Refusal ? error.message : whyNot('read', error, path);
}

/** What the file system said of a path that was to be written, in words. */
export function whyUnwritten(error: unknown, path: string): string {
  return whyNot('written', error, path);
}

function whyNot(done: 'read' | 'written', error: unknown, path: string): string {
  const code = codeOf(error);
  const name = shownName(path);
  if (code === 'ENOENT') return `no such file or folder: ${name}`;
  if (code === 'EACCES' || code === 'EPERM') return `may not be ${done}: ${name}`;
  if (code === 'ELOOP') return `a link that leads to itself: ${name}`;
  return `cannot be ${done} (${error instanceof Error && typeof code === 'string' ? code : String(error)}): ${name}`;
}
