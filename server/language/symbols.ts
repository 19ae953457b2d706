import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { NodePath } from '../manifest/document.ts';
import type { Analysis, ObjectInText } from './analysis.ts';
import { textRange } from './edits.ts';
import { valueAt } from './fixes/fix.ts';
import { objectRange } from './objects.ts';
import { jobSpecOf, workWords } from './value-meaning.ts';

/** The outline: each Job and CronJob with what it will do, below it its fields; list items by their names. */
export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  return analysis.objects.flatMap((object) => {
    const { kind, name, at } = object.judged;
    if (kind === null) return [];
    const range = objectRange(object);
    const spec = jobSpecOf(object);
    return [
      {
        name: name ?? kind,
        detail: [kind, ...(spec ? workWords(spec, analysis) : [])].join(' · '),
        kind: SymbolKind.Class,
        range,
        selectionRange: { start: range.start, end: range.start },
        children: childrenOf(object, at),
      },
    ];
  });
}

function childrenOf(object: ObjectInText, path: NodePath): DocumentSymbol[] {
  const value = valueAt(object.source.document.body.value, path);
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      symbol(object, [...path, index], itemName(item, index), item, value.length <= longestListInDetail),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => symbol(object, [...path, name], name, entry));
}

/** The items of a longer list are shown by their names alone. */
const longestListInDetail = 100;

function symbol(object: ObjectInText, path: NodePath, name: string, value: unknown, detailed = true): DocumentSymbol[] {
  const { body } = object.source.document;
  const key = body.keyRange(path);
  const whole = body.valueRange(path);
  if (!key || !whole || name === '') return [];
  const nested = typeof value === 'object' && value !== null;
  const inner = { start: Math.min(key.start, whole.start), end: Math.max(key.end, whole.end) };
  // An alias stands for what is written elsewhere: there is nothing of it here.
  if (key.start > whole.start || inner.end > body.text.length) return [];
  return [
    {
      name,
      ...(nested ? {} : { detail: String(value ?? '').split('\n')[0] ?? '' }),
      kind: nested ? (Array.isArray(value) ? SymbolKind.Array : SymbolKind.Object) : scalarKind(value),
      range: textRange(object.source, inner),
      selectionRange: textRange(object.source, key),
      children: nested && detailed ? childrenOf(object, path) : [],
    },
  ];
}

function itemName(item: unknown, index: number): string {
  const named = ['name', 'key', 'action', 'type', 'containerPort', 'mountPath']
    .map((field) => valueAt(item, [field]))
    .find((one) => one !== undefined);
  if (typeof item === 'string' || typeof item === 'number') return String(item).split('\n')[0] || String(index);
  return named === undefined || named === '' ? String(index) : String(named);
}

function scalarKind(value: unknown): SymbolKind {
  if (typeof value === 'number' || typeof value === 'bigint') return SymbolKind.Number;
  return typeof value === 'boolean' ? SymbolKind.Boolean : SymbolKind.String;
}
