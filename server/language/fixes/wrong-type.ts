import type { TextEdit } from 'vscode-languageserver-types';
import { fieldsOf } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { placeInObject } from '../../kubernetes/written-part.ts';
import { columnOf, lineBreakOf } from '../../manifest/lines.ts';
import { textRange } from '../../manifest/source.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { hasContent, isRecord } from '../../plain/record.ts';
import { makeItem, replaceLines, replaceValue, setValue } from '../writing/edits.ts';
import { scalarText, yamlText } from '../writing/yaml-text.ts';
import { commandLine } from './command-line.ts';
import { type Fix, type FixContext, type Fixer, fix } from './fix.ts';

/** A value written as another type: quotes put around it or taken away, made a list, an item, or a number of seconds. */
export const wrongType: Fixer<'wrong-type'> = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const { expected, got } = finding.args;
  const value = valueAt(source.document.body.value, path);
  if (expected === 'array') return asList(context, value);
  if (expected === 'object') return asObject(context, value);
  if (got === 'array' && hasContent(value)) return asItsItem(context, value);
  const range = source.document.body.valueRange(path);
  const text = range ? source.document.body.text.slice(range.start, range.end).trimEnd() : '';
  const plain = text.replace(/^(["'])(.*)\1$/s, '$2').trim();
  const rewrite = rewrites[expected]?.({ text, plain, field: String(path.at(-1)) });
  if (!rewrite) return [];
  return fix(texts(rewrite.code, { value: rewrite.value }), replaceValue(source, path, rewrite.text), rewrite.isSure ?? true);
};

type Context = FixContext<'wrong-type'>;

/** A value of the wrong type, as it is written and without its quotes. */
interface Written {
  readonly text: string;
  readonly plain: string;
  readonly field: string;
}

interface Rewrite {
  readonly text: string;
  readonly code: 'fix-quote' | 'fix-unquote' | 'fix-replace';
  /** What the title names. */
  readonly value: string;
  /** Whether it says what was written; sure where it is left out. */
  readonly isSure?: boolean;
}

/** By the type that is expected. */
const rewrites: Readonly<Partial<Record<string, (written: Written) => Rewrite | undefined>>> = {
  string: asText,
  int32: asNumber,
  int64: asNumber,
  integer: asNumber,
  boolean: asSwitch,
};

function asText({ text, plain }: Written): Rewrite | undefined {
  const isNested = /\n|^[{[]/.test(text) && !/^(\{\s*\}|\[\s*\])$/.test(text);
  return text === '' || isNested ? undefined : { text: JSON.stringify(plain), code: 'fix-quote', value: plain };
}

function asNumber({ text, plain, field }: Written): Rewrite | undefined {
  const seconds = field.includes('Seconds') ? secondsIn(plain) : undefined;
  if (seconds !== undefined) return { text: String(seconds), code: 'fix-replace', value: String(seconds) };
  const [, whole, fraction] = /^([-+]?\d+)(\.\d+)?$/.exec(plain) ?? [];
  if (whole === undefined || (plain === text && fraction === undefined)) return undefined;
  if (fraction !== undefined) return { text: whole, code: 'fix-replace', value: whole, isSure: /^\.0+$/.test(fraction) };
  return { text: String(Number(plain)), code: 'fix-unquote', value: plain };
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `5m`, `1h30m`, as other programs take durations. */
function secondsIn(text: string): number | undefined {
  if (!/^(?:\d+[smhd])+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhd])/g)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0);
}

function asSwitch({ plain }: Written): Rewrite | undefined {
  if (/^(true|yes|on|y|1)$/i.test(plain)) return { text: 'true', code: 'fix-replace', value: 'true' };
  return /^(false|no|off|n|0)$/i.test(plain) ? { text: 'false', code: 'fix-replace', value: 'false' } : undefined;
}

/** `[Never]` where one text is wanted. */
function asItsItem({ source, finding, texts }: Context, value: unknown): readonly Fix[] {
  const [item, ...more] = Array.isArray(value) ? value : [];
  if (more.length > 0 || typeof item !== 'string' || finding.args.expected !== 'string') return [];
  return fix(texts('fix-replace', { value: item }), setValue(source, finding.at.path, item), true);
}

function asList(context: Context, value: unknown): readonly Fix[] {
  const { finding, texts } = context;
  const edit = isRecord(value) ? listOfMap(context, finding.at.path, value) : listOfScalar(context, value);
  return edit ? fix(texts('fix-make-list'), edit, true) : [];
}

function listOfScalar(context: Context, value: unknown): TextEdit | undefined {
  const { source, finding, kind, written } = context;
  const { path } = finding.at;
  if (value === null || value === undefined || typeof value === 'object') return undefined;
  const field = String(path.at(-1));
  if (typeof value === 'string' && (field === 'command' || field === 'args')) {
    const words = commandLine(value, field, valueAt(source.document.body.value, [...path.slice(0, -1), 'command']));
    if (source.document.body.scalarSource(path)?.style === 'block') return itemsBefore(context, words.slice(0, -1));
    return replaceValue(source, path, `[${words.map((word) => JSON.stringify(word)).join(', ')}]`);
  }
  const items = knownPlace(kind, placeInObject(written, path))?.field.items;
  const item = items && fieldsOf(items) ? itemOf(field, value) : value;
  return item === undefined ? undefined : replaceValue(source, path, `[${flowItem(item)}]`);
}

/** The lines of a block of text as the last item of a list, below the other items, so that they stay as they are. */
function itemsBefore({ source, finding }: Context, others: readonly string[]): TextEdit | undefined {
  const { body } = source.document;
  const [key, value] = [body.keyRange(finding.at.path), body.valueRange(finding.at.path)];
  const [header] = value ? (/^[|>][^\r\n]*/.exec(body.text.slice(value.start)) ?? []) : [];
  if (!key || !value || header === undefined) return undefined;
  const lineBreak = `${lineBreakOf(body.text)}${' '.repeat(columnOf(body.text, key.start))}- `;
  const newText = [...others, header].map((item) => `${lineBreak}${item}`).join('');
  return { range: textRange(source, { start: key.end + 1, end: value.start + header.length }), newText };
}

/** A map where a list of maps is wanted: its one item, or, where its keys are names, an item for each. */
function listOfMap({ source, kind, written }: Context, path: NodePath, value: Readonly<Record<string, unknown>>): TextEdit | undefined {
  const entries = Object.entries(value);
  if (entries.length === 0) return undefined;
  const fields = fieldsOf(knownPlace(kind, placeInObject(written, path))?.field.items ?? {}) ?? {};
  if (entries.some(([key]) => Object.hasOwn(fields, key)) || !Object.hasOwn(fields, 'name')) return makeItem(source, path);
  const items = entries.map(([name, one]) => namedItem(String(path.at(-1)), name, one));
  if (items.includes(undefined)) return makeItem(source, path);
  return replaceLines(source, path, yamlText(items)) ?? setValue(source, path, items);
}

function namedItem(list: string, name: string, value: unknown): unknown {
  if (isRecord(value)) return { name, ...value };
  return list === 'env' && (typeof value !== 'object' || value === null) ? { name, value: String(value ?? '') } : undefined;
}

/** What stands for an item with fields, written in short: `A=b`, `8080`, `regcred`. */
function itemOf(list: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (list === 'ports' && typeof value === 'number') return { containerPort: value };
  if (typeof value !== 'string') return undefined;
  const [, name, rest = ''] = (list === 'env' && /^([A-Za-z_]\w*)=(.*)$/.exec(value)) || [];
  if (name !== undefined) return { name, value: rest };
  return list === 'imagePullSecrets' && /^[\w.-]+$/.test(value) ? { name: value } : undefined;
}

function asObject({ source, finding, texts }: Context, value: unknown): readonly Fix[] {
  const { path } = finding.at;
  if (Array.isArray(value)) {
    const merged = mergedFrom(value);
    return merged ? fix(texts('fix-make-map'), replaceLines(source, path, yamlText(merged)) ?? setValue(source, path, merged), true) : [];
  }
  const item = typeof path.at(-1) === 'number' ? itemOf(String(path.at(-2)), value) : undefined;
  if (!item) return [];
  const written = flowItem(item);
  return fix(texts('fix-replace', { value: written }), replaceValue(source, path, written), true);
}

/** `- app: a` and `- tier: b` as one map, where no key stands twice and each value is no collection. */
function mergedFrom(items: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  const maps = items.filter(isRecord);
  const entries = maps.flatMap((map) => Object.entries(map));
  const merged = Object.fromEntries(entries);
  const isClear = maps.length === items.length && entries.every(([, one]) => typeof one !== 'object' || one === null);
  return isClear && entries.length > 0 && Object.keys(merged).length === entries.length ? merged : undefined;
}

/** As it is written between brackets. */
function flowItem(item: unknown): string {
  if (!isRecord(item)) return typeof item === 'string' ? JSON.stringify(item) : String(item);
  const fields = Object.entries(item).map(
    ([key, one]) => `${key}: ${typeof one === 'string' && !/[,[\]{}]/.test(one) ? scalarText(one) : JSON.stringify(one)}`,
  );
  return `{${fields.join(', ')}}`;
}
