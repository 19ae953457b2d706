import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../server/kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../../server/kubernetes/fields/places.ts';
import { podSpecPath } from '../../../server/kubernetes/kinds.ts';
import { moveField } from '../../../server/language/writing/move.ts';
import { withLinesMoved } from '../../../server/manifest/lines.ts';
import { type NodePath, startsWith, valueAt } from '../../../server/plain/node-path.ts';
import { isRecord } from '../../../server/plain/record.ts';
import { analysisOf } from '../../analysis.ts';
import { readCases } from '../../corpus/agreement.ts';
import { example, exampleNames } from '../../examples.ts';
import { containerWith, jobWith } from '../../manifests.ts';
import { apply } from '../../text.ts';
import { errorsIn, keysOf, outcomeOf, typosOf } from './healing.ts';

/** So many of each corpus are tried, one as far from the next as any other. */
const mostTried = 250;
const recorded = readCases('apiserver.jsonl');
const right = [...exampleNames.map(example), ...recorded.flatMap(({ accepted, yaml }) => (accepted ? [yaml] : []))];

describe('after the preferred fix of the first finding no error is left', () => {
  test.each<readonly [what: string, least: number, texts: () => readonly string[]]>([
    ['of single typos', 0.98, () => everyKeyOnce().flatMap(({ text, start, end }) => typosIn(text, start, end))],
    ['of fields in a wrong place', 0.9, () => everyKeyOnce().flatMap(({ text, path }) => misplacedIn(text, path))],
    ['of lines in a wrong column', 0.9, () => [example('pi.yaml'), example('every-fifteen-minutes.yaml')].flatMap(shiftedIn)],
    ['of what is no text where text is wanted', 1, unquoted],
    ['of what the server refuses for one reason', 0.65, () => refused().filter((text) => errorsIn(text).length === 1)],
  ])('%s, in a share of at least %s', (_, least, texts) => {
    const outcomes = sampleOf(texts())
      .map(outcomeOf)
      .filter((outcome) => outcome !== 'right');
    expect(outcomes.length).toBeGreaterThan(40);
    expect(outcomes.filter((outcome) => outcome === 'healed').length / outcomes.length).toBeGreaterThanOrEqual(least);
  });
});

function sampleOf<T>(all: readonly T[]): readonly T[] {
  const count = Math.min(all.length, mostTried);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]).flatMap((one) => one ?? []);
}

/** Every fourth of the recordings, which come in groups of their kind. */
function refused(): readonly string[] {
  return recorded.filter(({ accepted, findings }, index) => !accepted && findings?.length === 1 && index % 4 === 0).map(({ yaml }) => yaml);
}

/** Scalars and empty collections, where any text may stand. */
function unquoted(): readonly string[] {
  const values = ['12', '1.5', 'true', 'yes', 'off', '012', '0x1f', '1e3', '-7', '1_000', '{}', '[]', '{ }', '2026-01-01'];
  return values.flatMap((value) => [
    containerWith(`env: [{name: A, value: ${value}}]`),
    containerWith(`env:\n  - name: A\n    value: ${value} # told\n`),
    containerWith(`args:\n  - ${value}\n  - b`),
    containerWith(`command: [a, ${value}]`),
    jobWith({ metadata: `annotations:\n  a: ${value}` }),
  ]);
}

interface Key {
  readonly text: string;
  readonly path: NodePath;
  readonly start: number;
  readonly end: number;
}

/** Each field of the right manifests once, in the first of them that has it. */
function everyKeyOnce(): readonly Key[] {
  const keys = new Map<string, Key>();
  for (const text of right)
    for (const key of keysOf(text)) {
      const place = key.path.map((segment) => (typeof segment === 'number' ? 0 : segment)).join('.');
      if (!keys.has(place)) keys.set(place, { text, ...key });
    }
  return [...keys.values()];
}

/** The text with each line, and each block, moved by some columns. */
function shiftedIn(text: string): readonly string[] {
  const lines = text.split('\n');
  const indent = (line = '') => line.search(/[^ ]/);
  return lines.flatMap((line, first) => {
    if (first === 0 || line.trim() === '') return [];
    const behind = lines.slice(first + 1).findIndex((other) => indent(other) <= indent(line));
    const last = behind < 0 ? lines.length - 1 : first + behind;
    const shifts = [-4, -2, -1, 1, 2].filter((by) => indent(line) + by >= 0);
    return [...new Set([first, last])].flatMap((end) => shifts.map((by) => withLinesMoved(text, { first, last: end, by })));
  });
}

function typosIn(text: string, start: number, end: number): readonly string[] {
  const word = text.slice(start, end);
  if (!/^\w{2,}$/.test(word)) return [];
  return [...word].flatMap((_, at) => typosOf(word, at)).map((typo) => text.slice(0, start) + typo + text.slice(end));
}

/** The text with a field moved to each of the objects between root and container that does not know it. */
function misplacedIn(text: string, path: NodePath): readonly string[] {
  const [object] = analysisOf(text).objects;
  const { kind } = object?.judged ?? {};
  if (!object || !kind) return [];
  const pod = podSpecPath(kind);
  const levels = [...pod.map((_, index) => pod.slice(0, index + 1)), [...pod, 'containers', 0]];
  if (!levels.some((level) => level.join() === path.slice(0, -1).join())) return [];
  return levels.flatMap((level) => {
    const fields = fieldsOf(knownPlace(kind, level)?.field ?? {}) ?? {};
    const isTaken = Object.hasOwn(fields, String(path.at(-1))) || startsWith(level, path);
    const edits =
      isTaken || !isRecord(valueAt(object.source.document.body.value, level)) ? undefined : moveField(object.source, path, level);
    return edits ? [apply(text, edits)] : [];
  });
}
