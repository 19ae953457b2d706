import { type Document, isMap, parseDocument, stringify, visit } from 'yaml';
import type { NodePath } from '../plain/node-path.ts';
import { isRecord } from '../plain/record.ts';
import { parseManifests } from './parse.ts';

/** Times stay as they are written, which YAML 1.1 takes apart; what is new is read alike by both versions. */
const style = { schema: 'core', compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Values as the documents of one YAML text, such that YAML 1.1 and 1.2 read them alike. */
export function writeYaml(values: readonly unknown[]): string {
  return values.map((value) => stringify(value, { version: '1.1', lineWidth: 0 })).join('---\n');
}

/**
 * The text of a document, which is read as `before`, with what has to be different for it to be read as `after`: what stays keeps its
 * comments, its order and the way in which it is written. It is written anew where that cannot be: with an alias, which would change
 * what it stands for elsewhere.
 */
export function rewriteYaml(text: string, before: unknown, after: unknown): string {
  const document: Document = parseDocument(text, style);
  if (document.errors.length > 0 || hasAliases(document)) return writeYaml([after]);
  if (!isMap(document.contents)) document.contents = document.createNode(after, style);
  else rewriteAt(document, [], before, after);
  const rewritten = document.toString(style);
  return isSame(parseManifests(rewritten).documents[0]?.body.value, after) ? rewritten : writeYaml([after]);
}

function hasAliases(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function rewriteAt(document: Document, path: NodePath, before: unknown, after: unknown): void {
  if (isRecord(before) && isRecord(after)) {
    for (const name of Object.keys(before)) if (!(name in after)) document.deleteIn([...path, name]);
    for (const [name, value] of Object.entries(after)) rewriteAt(document, [...path, name], before[name], value);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let at = before.length - 1; at >= after.length; at--) document.deleteIn([...path, at]);
    after.forEach((value, at) => {
      rewriteAt(document, [...path, at], before[at], value);
    });
  } else if (before !== after) document.setIn(path, typeof after === 'object' ? document.createNode(after, style) : after);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => name in b && isSame(value, b[name]));
}
