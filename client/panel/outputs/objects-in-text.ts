import { podsOf } from '../../../server/simulator/run/pods-of.ts';
import { jobName, readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Selected } from '../state/page-state.ts';

/** All Jobs and pods that there were in a run, by name. */
export type ObjectsByName = ReadonlyMap<string, Selected>;

export function objectsByName(run: Run): ObjectsByName {
  const reading = readRun(run);
  const jobs = Array.from({ length: run.jobs.made?.form.length ?? 1 }, (_, ordinal) => jobName(reading, ordinal));
  return new Map<string, Selected>([
    ...jobs.map((name, ordinal): [string, Selected] => [name, { kind: 'Job', ordinal }]),
    ...podsOf(run).map(({ name }, ordinal): [string, Selected] => [name, { kind: 'Pod', ordinal }]),
  ]);
}

/** A part of a line: the name of an object, or what stands between names. */
export interface Piece {
  readonly text: string;
  readonly object?: Selected;
}

const nameLike = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/g;

/** The pieces of a line, whose texts put together are the line. */
export function piecesOf(line: string, objects: ObjectsByName): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: name, index } of line.matchAll(nameLike)) {
    const object = objects.get(name);
    if (!object) continue;
    if (index > done) pieces.push({ text: line.slice(done, index) });
    pieces.push({ text: name, object });
    done = index + name.length;
  }
  return done < line.length || line === '' ? [...pieces, { text: line.slice(done) }] : pieces;
}

/** The first line from `from` on that speaks of an object; -1 where none does. */
export function lineAbout(lines: readonly string[], name: string, objects: ObjectsByName, from = 0): number {
  const chosen = objects.get(name);
  return lines.findIndex(
    (line, at) =>
      at >= from && line.includes(name) && piecesOf(line, objects).some(({ object }) => object !== undefined && object === chosen),
  );
}
