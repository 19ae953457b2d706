import type { Place } from '../kubernetes/finding/finding.ts';
import type { ManifestBody, Range } from '../manifest/document.ts';
import { startOfLine } from '../manifest/lines.ts';
import type { NodePath } from '../plain/node-path.ts';

/** The stretch of a document that a place is underlined at. Of what spans lines it is the key; of what is missing the nearest parent's. */
export function locate(body: ManifestBody, place: Place): Range {
  if (place.range) return visible(body, place.range);
  if (place.part === 'parent') return locateParent(body, place.path.slice(0, -1));
  for (let path = place.path; path.length > 0; path = path.slice(0, -1)) {
    const key = body.keyRange(path);
    const value = body.valueRange(path);
    const exact = path === place.path;
    if (!exact && key) return visible(body, key);
    if (place.part === 'key' && key) return visible(body, key);
    if (value && value.end > value.start && (typeof path.at(-1) === 'number' ? isOneLine(body, value) : isValue(body, value))) return value;
    if (key) return visible(body, key);
  }
  return beginning(body);
}

function locateParent(body: ManifestBody, parent: NodePath): Range {
  for (let path = parent; path.length > 0; path = path.slice(0, -1)) {
    const key = body.keyRange(path);
    if (key) return visible(body, key);
  }
  return beginning(body);
}

/** A scalar or a flow collection on one line; a block scalar shows at its key. */
function isValue(body: ManifestBody, range: Range): boolean {
  if (!isOneLine(body, range)) return false;
  // Looked for from the value on back, as a line may be megabytes of JSON.
  let before = range.start - 1;
  while (blankOrDash.test(body.text.charAt(before))) before--;
  return before >= 0 && body.text.charAt(before) !== '\n';
}

const blankOrDash = /[^\S\n]|-/;

function isOneLine(body: ManifestBody, range: Range): boolean {
  return !body.text.slice(range.start, range.end).trimEnd().includes('\n');
}

/** The first line that says something. */
function beginning(body: ManifestBody): Range {
  const start = /^(?:\uFEFF|\s*#.*(?:\n|$)|\s*(?:---|%).*(?:\n|$)|\s*\n)*\s*/.exec(body.text)?.[0].length ?? 0;
  const end = /^[^\r\n]*/.exec(body.text.slice(start))?.[0].trimEnd().length ?? 0;
  return visible(body, { start, end: start + end });
}

/** At least one character, and no line break at the end. */
function visible(body: ManifestBody, { start, end }: Range): Range {
  const first = Math.min(start, body.text.length);
  const last = Math.min(Math.max(end, first), body.text.length);
  const trimmed = body.text.slice(first, last).trimEnd().length;
  if (trimmed > 0) return { start: first, end: first + trimmed };
  const lineStart = startOfLine(body.text, first);
  const before = body.text.slice(lineStart, first).trimEnd();
  const from = lineStart + (/\S+$/.exec(before)?.index ?? 0);
  return before === '' ? { start: first, end: first } : { start: from, end: lineStart + before.length };
}
