import { writeSync } from 'node:fs';
import pc from 'picocolors';
import type { Streams } from './streams.ts';

/** The process's own streams. Writing waits until the reader took the text, so that nothing is lost at the end. */
export const standardOutput: Streams = {
  out: (text) => writeAll(1, text),
  error: (text) => writeAll(2, text),
  colours: pc.isColorSupported && process.stdout.isTTY === true,
};

/** Whether the reader went away, as `head` does: nothing is wrong then. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      // A full pipe that does not block: try again.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}
