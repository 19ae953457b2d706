import type { Lines } from '../../../server/simulator/kubectl/table.ts';
import { once } from '../../../server/simulator/run/once.ts';
import { podsOf } from '../../../server/simulator/run/pods-of.ts';
import { jobName, readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Selected } from '../state/page-state.ts';

/** The Job or pod that was called so at some time of a run. */
export type ObjectNamed = (name: string) => Selected | undefined;

export function objectsNamedIn(run: Run): ObjectNamed {
  const reading = readRun(run);
  const jobs = new Map<string, Selected>(
    Array.from({ length: run.jobs.made?.form.length ?? 1 }, (_, ordinal) => [jobName(reading, ordinal), { kind: 'Job', ordinal }]),
  );
  // Of a hundred thousand they are looked at only where a name may be that of a pod: they are called after what made them.
  const pods = once(() => new Map(podsOf(run).map(({ name }, ordinal): [string, Selected] => [name, { kind: 'Pod', ordinal }])));
  const beginning = run.name.slice(0, mostKept);
  return (name) => jobs.get(name) ?? (name.length > beginning.length && name.startsWith(beginning) ? pods().get(name) : undefined);
}

/** In characters: so much at least of the name of what made it stands in a pod's name, however long that is. */
const mostKept = 30;

/** A part of a line: the name of an object, or what stands between names. */
export interface Piece {
  readonly text: string;
  readonly object?: Selected;
}

const nameLike = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/g;

/** The pieces of a line, whose texts put together are the line. */
export function piecesOf(line: string, objectNamed: ObjectNamed): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: name, index } of line.matchAll(nameLike)) {
    const object = objectNamed(name);
    if (!object) continue;
    if (index > done) pieces.push({ text: line.slice(done, index) });
    pieces.push({ text: name, object });
    done = index + name.length;
  }
  return done < line.length || line === '' ? [...pieces, { text: line.slice(done) }] : pieces;
}

/** The first line from `from` on that speaks of an object; -1 where none does. */
export function lineAbout({ count, line }: Lines, name: string, objectNamed: ObjectNamed, from = 0): number {
  const chosen = objectNamed(name);
  if (!chosen) return -1;
  const speaks = (text: string) => text.includes(name) && piecesOf(text, objectNamed).some(({ object }) => object === chosen);
  for (let at = from; at < count; at++) if (speaks(line(at))) return at;
  return -1;
}
