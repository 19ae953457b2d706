import { expect, test } from 'vitest';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import type { ApiField } from '../../../server/kubernetes/fields/api-fields.ts';
import { existsIn, fieldsOf, isList, scalarShape } from '../../../server/kubernetes/fields/api-fields.ts';
import { fieldNamed } from '../../../server/kubernetes/fields/fits.ts';
import { knownPlace } from '../../../server/kubernetes/fields/places.ts';
import { type JobKind, podSpecPath } from '../../../server/kubernetes/kinds.ts';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { insertField } from '../../../server/language/writing/edits.ts';
import { type NodePath, valueAt } from '../../../server/plain/node-path.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';
import { apply } from '../../text.ts';

/** The objects whose fields are put into each other, from the outside inwards. */
function levels(kind: JobKind): readonly NodePath[] {
  const pod = podSpecPath(kind);
  return [...pod.map((_, index) => pod.slice(0, index + 1)), [...pod, 'containers', 0]];
}

const fieldsAt = (kind: JobKind, path: NodePath) => fieldsOf(knownPlace(kind, path)?.field ?? {}) ?? {};

/** Something that the field could hold, and no more. */
function valueFor(field: ApiField): unknown {
  if (isList(field)) return [];
  const shape = scalarShape(field);
  if (!shape) return {};
  const type = shape.type ?? 'string';
  if (type === 'boolean') return true;
  return type === 'integer' || shape.format?.startsWith('int') ? 1 : (shape.enum?.[0] ?? 'x');
}

/** Where a field that was put at a level belongs: at the nearest level below, else above, that has it and lacks one. */
function home(kind: JobKind, value: unknown, level: NodePath, name: string): NodePath | undefined {
  const all = levels(kind);
  const at = all.findIndex((one) => one.join() === level.join());
  const nearest = [...all.slice(at + 1), ...all.slice(0, at).toReversed()];
  return nearest.find((one) => fieldNamed(fieldsAt(kind, one), name, newestVersion) && valueAt(value, [...one, name]) === undefined);
}

const container = 'name: main\nimage: busybox:1.36';
const manifests: readonly (readonly [JobKind, string])[] = [
  ['Job', jobWith({ container, podMetadata: 'labels: {a: b}' })],
  ['CronJob', cronJobWith({ container })],
];

test.each(manifests)('a field of a %s, put at any other level, is moved to the nearest that has it and never renamed', (kind, text) => {
  const tried = levels(kind).flatMap((level) =>
    Object.entries(foreignFields(kind, level)).flatMap(([name, field]) => faultsOf(kind, text, [...level, name], field)),
  );
  expect(tried.length).toBeGreaterThan(200);
  expect(tried.filter((fault) => fault !== right)).toEqual([]);
});

/** The fields of all other levels that are unknown at one. */
function foreignFields(kind: JobKind, level: NodePath): Readonly<Record<string, ApiField>> {
  const own = fieldsAt(kind, level);
  const all = levels(kind).flatMap((one) => Object.entries(fieldsAt(kind, one)));
  return Object.fromEntries(all.filter(([name, field]) => !Object.hasOwn(own, name) && existsIn(field, newestVersion)));
}

const right = 'right';

/** What is wrong with what is said and offered of one field; none where the text has no room for it. */
function faultsOf(kind: JobKind, text: string, path: NodePath, field: ApiField): readonly string[] {
  const level = path.slice(0, -1);
  const name = String(path.at(-1));
  const [object] = analysisOf(text).objects;
  const edit = object && insertField(object.source, path, valueFor(field));
  if (!edit) return [];
  const misplaced = apply(text, [edit]);
  const analysis = analysisOf(misplaced);
  const found = objectFindings(analysis).find(({ finding }) => finding.at.path.join() === path.join());
  const fixes = found ? fixesOf(analysis, found) : [];
  const to = home(kind, valueIn(misplaced), level, name);
  const [first] = fixes.filter(({ title }) => !title.startsWith('Remove'));
  const after = first && valueIn(apply(misplaced, first.edits));
  const checks = [
    [found !== undefined, 'is not found'],
    [found?.message.includes('belongs') || name === 'spec', `says "${found?.message}"`],
    [fixes.every(({ title }) => !title.startsWith('Rename')), 'is renamed'],
    [to === undefined || valueAt(after, [...to, name]) !== undefined, `is not moved to ${to?.join('.')} but: ${first?.title}`],
  ] as const;
  const [fault] = checks.filter(([isRight]) => !isRight);
  return [fault ? `${name} at ${level.join('.')} ${fault[1]}` : right];
}

function valueIn(text: string): unknown {
  return analysisOf(text).objects[0]?.source.document.body.value;
}
