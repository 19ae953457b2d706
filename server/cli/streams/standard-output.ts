import { writeSync } from 'node:fs';
import type { Streams } from './streams.ts';
import { wantsColours } from './wants-colours.ts';

/** What was said could not be written: the disk is full, or broken. */
export class CannotWrite extends Error {}

/**
 * The process's own streams. Writing waits until the reader took the text, so that nothing is lost at the end. Nothing is wrong
 * when the reader went away, as `head` does: the rest is not written, and the verdict stays what it is.
 */
export const standardOutput: Streams = {
  out: writerTo(1),
  error: writerTo(2),
  colours: wantsColours({ args: process.argv, environment: process.env, isTerminal: process.stdout.isTTY === true }),
};

function writerTo(descriptor: number): (text: string) => void {
  let hasReader = true;
  return (text) => {
    const bytes = Buffer.from(text);
    for (let written = 0; hasReader && written < bytes.length; ) {
      try {
        written += writeSync(descriptor, bytes, written);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EPIPE') hasReader = false;
        // A full pipe that does not block: try again.
        else if (code !== 'EAGAIN') throw new CannotWrite(`the output cannot be written (${String(code ?? error)})`);
      }
    }
  };
}
