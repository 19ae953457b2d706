import type { NodePath } from '../../plain/node-path.ts';
import { oncePer } from '../../plain/once-per.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { TakenByFlux } from '../../plain/taken-by-flux.ts';
import type { ManifestBody, Range } from '../document.ts';
import { parseManifests } from '../parse.ts';
import { writeYaml } from '../write-yaml.ts';
import { type Piece, piecesOf, type Substitution } from './envsubst.ts';

/** What Flux fills in for `${NAME}`, as far as it stands in the tree. */
export interface FluxVariables {
  readonly values: Readonly<Record<string, string>>;
  /** Whether these are all: of ConfigMaps and Secrets that are not in the tree nobody knows. */
  readonly isWhole: boolean;
  /** The names that have a value of which nobody can say which it is, as several Kustomizations give them several. */
  readonly open: readonly string[];
}

/** What several Kustomizations of Flux fill in that apply the same file: of what they say different things only the name is known. */
export function inCommon(all: readonly FluxVariables[]): FluxVariables {
  const names = [...new Set(all.flatMap(({ values, open }) => [...Object.keys(values), ...open]))];
  const [first] = all;
  const isSame = (name: string) => all.every(({ values }) => Object.hasOwn(values, name) && values[name] === first?.values[name]);
  const [same, open] = [names.filter(isSame), names.filter((name) => !isSame(name))];
  const values = Object.fromEntries(same.map((name) => [name, first?.values[name] ?? '']));
  return { values, isWhole: all.every(({ isWhole }) => isWhole), open };
}

/**
 * The variables of a Flux Kustomization: its `postBuild.substitute`, which wins, and what it takes from ConfigMaps and Secrets among the
 * objects, the later ones first (fluxcd/pkg kustomize/kustomize_varsub.go). Values lose their line ends.
 */
export function variablesOf({ spec }: PlainRecord, objects: readonly PlainRecord[]): FluxVariables {
  const { substitute, substituteFrom } = recordAt(recordAt(spec)['postBuild']);
  const sources = (Array.isArray(substituteFrom) ? substituteFrom : []).map((one: unknown) => dataOf(recordAt(one), objects));
  const values = Object.assign({}, ...sources, recordAt(substitute));
  const texts = Object.entries(values).map(([name, value]) => [name, String(value).replaceAll('\n', '')] as const);
  return { values: Object.fromEntries(texts), isWhole: sources.every((one) => one !== undefined), open: [] };
}

/** Undefined where the object is not there, or encrypted. */
function dataOf({ kind, name }: PlainRecord, objects: readonly PlainRecord[]): PlainRecord | undefined {
  const found = objects.find((one) => one['kind'] === kind && recordAt(one['metadata'])['name'] === name);
  if (!found || found['sops'] !== undefined) return undefined;
  const data = recordAt(found['data']);
  if (kind !== 'Secret') return data;
  const decoded = Object.entries(data).map(([key, value]) => [key, fromBase64(String(value))] as const);
  return { ...Object.fromEntries(decoded), ...recordAt(found['stringData']) };
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}

/**
 * A text with what is known filled in; variables that are not known, and what Flux does else with known ones, stay as they are. One
 * with something that Flux cannot read stays as it is: nothing of its object is applied.
 */
export function substituted(text: string, variables: FluxVariables): string {
  const pieces = piecesOf(text);
  return pieces.some(isUnreadable) ? text : pieces.map((piece) => pieceFilledIn(piece, text, variables)).join('');
}

function pieceFilledIn(piece: Piece, text: string, variables: FluxVariables): string {
  if (typeof piece === 'string') return piece;
  const written = text.slice(piece.start, piece.end);
  if (isUnreadable(piece) || variables.open.includes(piece.name)) return written;
  const value = Object.hasOwn(variables.values, piece.name) ? variables.values[piece.name] : undefined;
  if (hasDefault(piece)) return value || piece.otherwise.map((one) => pieceFilledIn(one, text, variables)).join('');
  return piece.change === '' ? (value ?? written) : written;
}

function isUnreadable(piece: Piece): piece is Extract<Piece, { unreadable: true }> {
  return typeof piece === 'object' && 'unreadable' in piece;
}

/** Flux makes no difference between the signs. */
function hasDefault({ change }: Substitution): boolean {
  return /^:?[-=?+]$/.test(change);
}

/**
 * What Flux takes in a document's texts without anyone having given it a value, and what it cannot read.
 * Nothing where Flux has no values at all, as it leaves texts alone then.
 */
function takenIn(body: ManifestBody, variables: FluxVariables): readonly TakenByFlux[] {
  if (variables.isWhole && Object.keys(variables.values).length === 0 && variables.open.length === 0) return [];
  return textsOf(body.value, []).flatMap(({ path, text }) => {
    return piecesOf(text).flatMap((piece): readonly TakenByFlux[] => {
      if (typeof piece === 'string') return [];
      const written = text.slice(piece.start, piece.end);
      const place = { path, written, range: rangeOf(body, path, text, piece) };
      if (isUnreadable(piece)) return [{ ...place, becomes: 'unreadable', name: '', isSure: true }];
      const { name } = piece;
      if (Object.hasOwn(variables.values, name) || variables.open.includes(name)) return [];
      return [{ ...place, becomes: hasDefault(piece) ? 'default' : 'nothing', name, isSure: variables.isWhole }];
    });
  });
}

function textsOf(value: unknown, path: NodePath): readonly { readonly path: NodePath; readonly text: string }[] {
  if (typeof value === 'string') return value.includes('${') ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((one: unknown, at) => textsOf(one, [...path, at]));
  return isRecord(value) ? Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key])) : [];
}

/** Where a piece of a scalar's text is written: the same words, at the same turn; undefined where they are written otherwise. */
function rangeOf(body: ManifestBody, path: NodePath, text: string, piece: { start: number; end: number }): Range | undefined {
  const range = body.valueRange(path);
  const written = text.slice(piece.start, piece.end);
  const before = text.slice(0, piece.start).split(written).length;
  const parts = range ? body.text.slice(range.start, range.end).split(written) : [];
  if (!range || parts.length <= before) return undefined;
  const start = range.start + parts.slice(0, before).join(written).length;
  return { start, end: start + written.length };
}

const disabling = 'kustomize.toolkit.fluxcd.io/substitute';

/** A document as Flux applies it: its places are those of the text as written. Objects that say so are left as they are. */
export const filledIn: (variables: FluxVariables) => (body: ManifestBody) => ManifestBody = oncePer(
  (variables: FluxVariables) => variables,
  (variables) => {
    const bodyOnce = oncePer(
      (body: ManifestBody) => body,
      (body) => bodyFilledIn(body, variables),
    );
    return (body) => (body.text.includes('$') ? bodyOnce(body) : body);
  },
);

function bodyFilledIn(body: ManifestBody, variables: FluxVariables): ManifestBody {
  const { annotations, labels } = recordAt(recordAt(body.value)['metadata']);
  if ([annotations, labels].some((one) => recordAt(one)[disabling] === 'disabled')) return body;
  const { text, templated, problems, reading, branches = [], aliases } = body;
  return {
    text,
    templated,
    problems,
    reading,
    branches,
    aliases,
    children: (path) => body.children(path),
    valueRange: (path) => body.valueRange(path),
    keyRange: (path) => body.keyRange(path),
    entry: (path) => body.entry(path),
    collection: (path) => body.collection(path),
    pathAt: (offset) => body.pathAt(offset),
    value: valueFilledIn(body.value, variables),
    takenByFlux: takenIn(body, variables),
    scalarSource(path) {
      const source = body.scalarSource(path);
      return source && { ...source, text: substituted(source.text, variables) };
    },
  };
}

function valueFilledIn(value: unknown, variables: FluxVariables): unknown {
  if (typeof value === 'string') return value.includes('$') ? scalarFilledIn(value, variables) : value;
  if (Array.isArray(value)) return value.map((one: unknown) => valueFilledIn(one, variables));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, valueFilledIn(one, variables)]));
}

/** Flux fills in what kustomize wrote, which keeps no quotes that YAML does not need: a number in a variable becomes a number. */
function scalarFilledIn(text: string, variables: FluxVariables): unknown {
  const filled = substituted(text, variables);
  if (filled === text || text.includes('\n') || /^["'|>]/.test(writeYaml([text]))) return filled;
  if (filled.trim() === '') return null;
  const [document, ...more] = parseManifests(filled).documents;
  return document && more.length === 0 && document.body.problems.length === 0 ? document.body.value : filled;
}

function recordAt(value: unknown): PlainRecord {
  return isRecord(value) ? value : {};
}
