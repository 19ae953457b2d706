import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { atLeast } from '../../kubernetes/versions.ts';
import type { Analysis } from '../analysis.ts';
import { type ApiField, fieldsOf, isList, type Kind, knownPlace, scalarShape, typeWords } from '../api-fields.ts';
import { meaning } from '../field-description.ts';
import { jsonContext } from '../json-outline.ts';
import { valueChoices } from './values.ts';

/** Completion in a JSON document: fields where they belong, and values that can be listed. */
export function completeJson(analysis: Analysis, position: Position, { snippets }: { readonly snippets: boolean }): CompletionItem[] {
  const content = analysis.text.getText();
  const offset = analysis.text.offsetAt(position);
  const caret = jsonContext(content, offset);
  const kind = kindIn(content);
  const known = kind && caret ? knownPlace(kind, caret.path) : undefined;
  if (!kind || !caret || !known) return [];
  // The closing quote that an editor puts behind the caret goes with the word.
  const end = content[caret.wordStart] === '"' && content[offset] === '"' ? offset + 1 : offset;
  const range = { start: analysis.text.positionAt(caret.wordStart), end: analysis.text.positionAt(end) };
  const write = (label: string, text: string): CompletionItem => ({
    label,
    filterText: `"${label}"`,
    textEdit: { range, newText: snippets ? text : text.replace('$0', '') },
    insertTextFormat: snippets && text.includes('$0') ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  });
  if (caret.position === 'value') {
    const value = analysis.file.documents[0]?.body.value;
    const place = {
      kind,
      known,
      base: [],
      value,
      caret: { ...caret, column: 0, word: { start: 0, end: 0 }, typed: '', afterDash: false, hasColon: false },
    };
    const isText = scalarShape(known.field)?.type === 'string';
    return valueChoices(place).map((choice) => ({
      ...write(choice.value, isText ? JSON.stringify(choice.value) : choice.value),
      kind: CompletionItemKind.EnumMember,
    }));
  }
  const version = analysis.settings.kubernetesVersion;
  const hasColon = /^\s*:/.test(content.slice(end));
  return Object.entries(fieldsOf(known.field) ?? {}).flatMap(([name, field], index) => {
    if (caret.siblings.includes(name) || name === 'status' || (field.since !== undefined && !atLeast(version, field.since))) return [];
    return [
      {
        ...write(name, hasColon ? JSON.stringify(name) : `${JSON.stringify(name)}: ${body(field)}`),
        kind: CompletionItemKind.Field,
        detail: typeWords(field, analysis.texts),
        documentation: { kind: 'markdown', value: meaning({ field, owner: ownerOf(known.field), name }, analysis.texts) },
        sortText: `${field.required === true ? 0 : 1}${String(index).padStart(3, '0')}`,
      },
    ];
  });
}

function body(field: ApiField): string {
  const shape = scalarShape(field);
  if (!shape) return isList(field) ? '[$0]' : '{$0}';
  return shape.type === 'string' ? '"$0"' : '$0';
}

function ownerOf({ $ref = '' }: ApiField): string {
  return $ref.slice($ref.lastIndexOf('.') + 1);
}

function kindIn(text: string): Kind | undefined {
  const kind = /"kind"\s*:\s*"(Job|CronJob)"/.exec(text)?.[1];
  const group = /"apiVersion"\s*:\s*"([^"/]*)\//.exec(text)?.[1] ?? 'batch';
  if (group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  return kind === 'Job' || kind === 'CronJob' ? kind : undefined;
}
