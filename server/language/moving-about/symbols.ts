import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { objectRange } from '../../application/object-ranges.ts';
import type { ScenarioFile } from '../../application/scenario/scenario-source.ts';
import { type Source, textRange } from '../../manifest/source.ts';
import { filledIn } from '../../plain/filled-in.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { perObjectAndLine } from '../reading/per-object.ts';
import { lensWords } from '../words/work-words.ts';

/** More take longer to send than a keystroke may. Every Job and CronJob is among them, with the fields of the first ones. */
const mostSymbols = 2500;

/** The outline: each Job and CronJob with what its lens says that it will do, `scenarioFile` being the one beside the manifest; below it the objects it is made of: its templates, policies, containers and volumes. */
export function documentSymbols(analysis: Analysis, scenarioFile?: ScenarioFile): DocumentSymbol[] {
  const room = { left: mostSymbols };
  return analysis.objects.flatMap((object) => {
    const { kind, name } = object.judged;
    if (kind === null) return [];
    const range = objectRange(object);
    return [
      {
        name: name ?? kind,
        detail: [kind, ...lensWords(object, analysis, scenarioFile)].join(' · '),
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

/** Maps, and lists of them with each item; not what an item is made of, and no scalars: these are what the text itself shows. */
function childrenOf(source: Source, path: NodePath, value: unknown, room: { left: number }): DocumentSymbol[] {
  if (typeof value !== 'object' || value === null || room.left <= 0) return [];
  const isItem = Array.isArray(value);
  const children = source.document.body.children(path).filter(({ segment }) => isShown(valueAt(value, [segment])));
  const shown = children.slice(0, room.left);
  room.left -= shown.length;
  return shown.flatMap(({ segment, key, value: whole }): DocumentSymbol[] => {
    const entry = valueAt(value, [segment]);
    const name = isItem ? itemName(entry, Number(segment)) : String(segment);
    if (name === '') return [];
    return [
      {
        name,
        kind: isRecord(entry) ? SymbolKind.Object : SymbolKind.Array,
        range: textRange(source, { start: Math.min(key.start, whole.start), end: Math.max(key.end, whole.end) }),
        selectionRange: textRange(source, key),
        children: isItem ? [] : childrenOf(source, [...path, segment], entry, room),
      },
    ];
  });
}

function isShown(value: unknown): boolean {
  return isRecord(value) || (Array.isArray(value) && value.some(isRecord));
}

function itemName(item: unknown, index: number): string {
  const named = ['name', 'key', 'action', 'type', 'containerPort', 'mountPath']
    .map((field) => valueAt(item, [field]))
    .find((one) => one !== undefined);
  return named === undefined || named === '' ? String(index) : String(named).replaceAll(filledIn, '{{…}}');
}
