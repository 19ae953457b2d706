import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { atLeast } from '../../kubernetes/versions.ts';
import type { Analysis, Texts } from '../analysis.ts';
import { type ApiField, fieldsOf, isList, isMap, scalarShape, typeName, typeWords } from '../api-fields.ts';
import { defaultOf, meaning } from '../field-description.ts';
import type { Settings } from '../settings.ts';
import { scalarText } from '../yaml-text.ts';
import { completeJson } from './complete-json.ts';
import { type CompletionPlace, completionPlace } from './place.ts';
import { bodyFor, manifestSnippets, snippetBody, withoutTabStops } from './snippets.ts';
import { keyChoices, valueChoices } from './values.ts';

/** What the editor can take. */
export interface CompletionAbilities {
  readonly snippets: boolean;
}

/** What can be typed at a position, in half-typed and broken documents too; nothing in what is none of ours. */
export function complete(analysis: Analysis, position: Position, abilities: CompletionAbilities): CompletionItem[] {
  if (/^\s*\{/.test(analysis.text.getText())) return completeJson(analysis, position, abilities);
  if (isProse(analysis, position)) return [];
  const place = completionPlace(analysis, position);
  if (place === 'unknown') return [];
  if (place === 'empty') return wholeManifests(analysis, position, abilities);
  const { caret } = place;
  const range: Range = {
    start: { line: position.line, character: caret.word.start },
    end: { line: position.line, character: caret.word.end },
  };
  const writer = { range, abilities, texts: analysis.texts, settings: analysis.settings };
  if (caret.position === 'value') return values(place, writer);
  const fields = fieldsOf(place.known.field);
  if (fields) return fieldItems(place, fields, writer);
  if (isMap(place.known.field)) return mapKeys(place, writer);
  if (isList(place.known.field)) return listItem(place, writer);
  return values(place, writer);
}

interface Writer {
  readonly range: Range;
  readonly abilities: CompletionAbilities;
  readonly texts: Texts;
  readonly settings: Settings;
}

/** Required fields first, those that are there left out, those of other versions too. */
function fieldItems(place: CompletionPlace, fields: Readonly<Record<string, ApiField>>, writer: Writer): CompletionItem[] {
  const { caret } = place;
  const owner = typeName(place.known.field) ?? '';
  const version = writer.settings.kubernetesVersion;
  return Object.entries(fields).flatMap(([name, field], index) => {
    if (caret.siblings.includes(name) || name === 'status') return [];
    if (field.since !== undefined && !atLeast(version, field.since)) return [];
    if (field.until !== undefined && atLeast(version, field.until) && version !== field.until) return [];
    const known = { field, owner, name };
    const required = field.required === true || (owner === 'PodSpec' && name === 'restartPolicy') || /^(Cron)?Job$/.test(owner);
    const otherwise = defaultOf(known, {});
    const body = caret.hasColon ? '' : `:${bodyFor(owner, name, field)}`;
    return [
      {
        ...item(name, `${name}${body}`, caret.column, writer),
        kind: CompletionItemKind.Field,
        detail: [
          typeWords(field, writer.texts),
          ...(otherwise === undefined ? [] : [writer.texts('completion-default', { value: otherwise })]),
        ].join(' · '),
        documentation: { kind: 'markdown', value: meaning(known, writer.texts) },
        sortText: `${required ? 0 : 1}${String(index).padStart(3, '0')}`,
      },
    ];
  });
}

function mapKeys(place: CompletionPlace, writer: Writer): CompletionItem[] {
  const { caret } = place;
  return keyChoices(place)
    .filter((name) => !caret.siblings.includes(name))
    .map((name) => ({
      ...item(name, `${name}${caret.hasColon ? '' : ': $0'}`, caret.column, writer),
      kind: CompletionItemKind.Property,
    }));
}

/** On a line of its own below a list's key: the first line of a new item. */
function listItem(place: CompletionPlace, writer: Writer): CompletionItem[] {
  const { caret, known } = place;
  const items = known.field.items;
  if (!items || caret.afterDash) return [];
  const fields = fieldsOf(items);
  if (!fields) {
    return valueChoices({ ...place, known: { ...known, field: items } }).map(({ value, quoted }) => ({
      ...item(`- ${value}`, `- ${quoted ? JSON.stringify(value) : scalarText(value)}`, caret.column, writer),
      kind: CompletionItemKind.Value,
    }));
  }
  const whole = snippetBody(known.owner, known.name)
    ?.replace(/^\n {2}/, '')
    .replaceAll('\n  ', '\n');
  const first =
    Object.keys(fields).find((name) => name === 'name') ??
    Object.keys(fields).find((name) => fields[name]?.required) ??
    Object.keys(fields)[0];
  const text = whole?.startsWith('- ') ? whole : `- ${first}: $0`;
  return [{ ...item(`- ${first}`, text, caret.column, writer), kind: CompletionItemKind.Struct, detail: typeWords(items, writer.texts) }];
}

function values(place: CompletionPlace, writer: Writer): CompletionItem[] {
  return valueChoices(place).map(({ value, quoted, detail }, index) => ({
    ...item(value, quoted ? JSON.stringify(value) : scalarFor(place, value), place.caret.column, writer),
    kind: CompletionItemKind.EnumMember,
    ...(detail === undefined ? {} : { detail: writer.texts(detail) }),
    filterText: /^["']/.test(place.caret.typed) ? `${place.caret.typed[0]}${value}` : value,
    sortText: String(index).padStart(4, '0'),
  }));
}

function scalarFor(place: CompletionPlace, value: string): string {
  const shape = scalarShape(place.known.field);
  return shape?.type === 'string' ? scalarText(value) : value;
}

function wholeManifests(analysis: Analysis, position: Position, abilities: CompletionAbilities): CompletionItem[] {
  const line = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  const range: Range = { start: { line: position.line, character: /^\s*/.exec(line)?.[0].length ?? 0 }, end: position };
  const writer = { range, abilities, texts: analysis.texts, settings: analysis.settings };
  return Object.entries(manifestSnippets).map(([name, snippet], index) => ({
    ...item(analysis.texts(`snippet-${name}`), snippet, 0, writer),
    kind: CompletionItemKind.Snippet,
    filterText: `${name.replaceAll('-', ' ')} apiVersion kind`,
    documentation: { kind: 'markdown', value: `\`\`\`yaml\n${withoutTabStops(snippet)}\`\`\`` },
    sortText: String(index).padStart(2, '0'),
  }));
}

/** Lines after the first are moved to the column of the object's keys; the editor is asked to leave them so. */
function item(label: string, snippet: string, column: number, { range, abilities }: Writer): CompletionItem {
  const text = (abilities.snippets ? snippet : withoutTabStops(snippet)).replaceAll('\n', `\n${' '.repeat(column)}`);
  return {
    label,
    textEdit: { range, newText: text },
    insertTextFormat: abilities.snippets && /\$/.test(text) ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
}

/** In a comment, or in the lines of a block scalar. */
function isProse(analysis: Analysis, position: Position): boolean {
  const line = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  if (/^\s*#|\s#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return true;
  const offset = analysis.text.offsetAt(position);
  const document = analysis.file.documents.findLast(({ start, body }) => start <= offset && offset <= start + body.text.length);
  if (!document) return false;
  const { path, onKey } = document.body.pathAt(offset - document.start);
  const range = document.body.valueRange(path);
  if (onKey || !range || document.body.scalarSource(path)?.style !== 'block') return false;
  const column = /^ */.exec(line)?.[0].length ?? 0;
  const key = document.body.keyRange(path);
  const keyColumn = key ? key.start - (document.body.text.lastIndexOf('\n', key.start - 1) + 1) : 0;
  return offset - document.start > range.start && offset - document.start <= range.end && column > keyColumn;
}
