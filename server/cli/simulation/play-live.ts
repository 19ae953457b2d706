import type { Run } from '../../simulator/run/run.ts';
import { timelineLines } from '../../simulator/timeline/timeline-lines.ts';
import type { Streams } from '../streams/streams.ts';
import type { Terminal } from './terminal.ts';
import { timelineText } from './timeline-text.ts';

/** What a run that is played takes at most where nobody says how fast, in seconds. */
const longest = 10;
/** Milliseconds between two pictures. */
const pause = 100;

export interface Pace {
  /** Seconds of the run in one second; absent: so many that it takes ten seconds at most. */
  readonly speed?: number;
  /** Waits for so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Draws a run as it goes on, each picture over the one before; the last one stays. */
export async function playLive(run: Run, terminal: Terminal, { speed, wait }: Pace, { out, colours }: Streams): Promise<void> {
  const most = Math.max(3, terminal.rows - 6);
  const { last } = timelineLines(run, most);
  const step = ((speed ?? Math.max(1, last / longest)) * pause) / 1000;
  let height = 0;
  for (let now = 0; now < last; now += step) {
    height = draw(now);
    await wait(pause);
  }
  draw(undefined);

  function draw(upTo: number | undefined): number {
    const picture = timelineText(run, { ...terminal, colours, most, ...(upTo === undefined ? {} : { upTo }) });
    // To the first line of the picture before, and nothing of it stays.
    out(`${height > 0 ? `\u001b[${height}A\u001b[J` : ''}${picture}`);
    return picture.split('\n').length - 1;
  }
}
