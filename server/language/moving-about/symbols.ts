import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { objectRange } from '../../application/object-ranges.ts';
import { type Source, textRange } from '../../manifest/source.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { perObjectAndLine } from '../reading/per-object.ts';
import { workWords } from '../words/work-words.ts';

/** More take longer to send than a keystroke may. Every Job and CronJob is among them, with the fields of the first ones. */
const mostSymbols = 2500;

/** The outline: each Job and CronJob with what it will do, below it its fields; list items by their names. */
export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  const room = { left: mostSymbols };
  return analysis.objects.flatMap((object) => {
    const { kind, name } = object.judged;
    if (kind === null) return [];
    const range = objectRange(object);
    return [
      {
        name: name ?? kind,
        detail: [kind, ...workWords(object, analysis)].join(' · '),
        kind: SymbolKind.Class,
        range,
        selectionRange: { start: range.start, end: range.start },
        children: fieldsOf(object, room),
      },
    ];
  });
}

/** The fields of an object: as many as there is room for, which is taken up. */
function fieldsOf(object: ObjectInText, room: { left: number }): DocumentSymbol[] {
  if (room.left === 0) return [];
  const { fields, count } = allFieldsOf(object);
  if (count > room.left) return fieldsWithin(object, room);
  room.left -= count;
  return fields;
}

const allFieldsOf = perObjectAndLine((object) => {
  const room = { left: mostSymbols };
  return { fields: fieldsWithin(object, room), count: mostSymbols - room.left };
});

function fieldsWithin({ source, judged }: ObjectInText, room: { left: number }): DocumentSymbol[] {
  return childrenOf(source, judged.at, valueAt(source.document.body.value, judged.at), room);
}

/** The items of a longer list are shown by their names alone. */
const longestListInDetail = 100;

function childrenOf(source: Source, path: NodePath, value: unknown, room: { left: number }): DocumentSymbol[] {
  if (typeof value !== 'object' || value === null || room.left <= 0) return [];
  const children = source.document.body.children(path).slice(0, room.left);
  room.left -= children.length;
  const detailed = !Array.isArray(value) || value.length <= longestListInDetail;
  return children.flatMap(({ segment, key, value: whole }): DocumentSymbol[] => {
    const entry = valueAt(value, [segment]);
    const name = Array.isArray(value) ? itemName(entry, Number(segment)) : String(segment);
    if (name === '') return [];
    const nested = typeof entry === 'object' && entry !== null;
    return [
      {
        name,
        ...(nested ? {} : { detail: String(entry ?? '').split('\n')[0] ?? '' }),
        kind: symbolKind(entry),
        range: textRange(source, { start: Math.min(key.start, whole.start), end: Math.max(key.end, whole.end) }),
        selectionRange: textRange(source, key),
        children: nested && detailed ? childrenOf(source, [...path, segment], entry, room) : [],
      },
    ];
  });
}

function itemName(item: unknown, index: number): string {
  const named = ['name', 'key', 'action', 'type', 'containerPort', 'mountPath']
    .map((field) => valueAt(item, [field]))
    .find((one) => one !== undefined);
  if (typeof item === 'string' || typeof item === 'number') return String(item).split('\n')[0] || String(index);
  return named === undefined || named === '' ? String(index) : String(named);
}

function symbolKind(value: unknown): SymbolKind {
  if (Array.isArray(value)) return SymbolKind.Array;
  return isRecord(value) ? SymbolKind.Object : scalarKind(value);
}

function scalarKind(value: unknown): SymbolKind {
  if (typeof value === 'number' || typeof value === 'bigint') return SymbolKind.Number;
  return typeof value === 'boolean' ? SymbolKind.Boolean : SymbolKind.String;
}
