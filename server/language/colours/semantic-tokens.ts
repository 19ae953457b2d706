import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { scriptPlace } from '../../estimate/shell/programs/wrappers.ts';
import { typeName } from '../../kubernetes/fields/api-fields.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { recordOf } from '../fields/field-records.ts';
import { namesOf } from '../moving-about/named-things.ts';
import { knownScalars } from '../reading/known-scalars.ts';
import { shellColours } from './shell-colours.ts';

/** The kinds of tokens, in the order in which the protocol numbers them; all of them standard, so that every theme has them. */
const tokenTypes = ['number', 'keyword', 'operator', 'enumMember', 'variable', 'comment', 'string', 'function'] as const;

export const tokenLegend = { tokenTypes: [...tokenTypes], tokenModifiers: ['declaration'] };

interface Token {
  /** In the file. */
  readonly start: number;
  readonly length: number;
  readonly type: (typeof tokenTypes)[number];
  readonly declaration?: boolean;
}

/** The signs of a schedule, an index list or a quantity, each a token. */
const signs: readonly (readonly [RegExp, Token['type']])[] = [
  [/^\d+(?:\.\d+)?/, 'number'],
  [/^[*?]/, 'keyword'],
  [/^[,/-]/, 'operator'],
  [/^@\w+/, 'keyword'],
  [/^[A-Za-z]+/, 'enumMember'],
];

/** Colour for what YAML takes for plain text: schedules, quantities, index lists, exit codes, and names that refer to something. */
export function semanticTokens(analysis: Analysis): number[] {
  const tokens = analysis.objects.flatMap((object) => {
    const { document } = object.source;
    const at = (path: readonly (string | number)[], part: 'key' | 'value' = 'value') => {
      const range = part === 'key' ? document.body.keyRange(path) : document.body.valueRange(path);
      const text = range ? document.body.text.slice(range.start, range.end) : '';
      if (!range || text === '' || text.includes('\n')) return undefined;
      const quoted = /^(["']).*\1$/.test(text) && text.length > 1;
      return { start: document.start + range.start + (quoted ? 1 : 0), text: quoted ? text.slice(1, -1) : text };
    };
    const inner = knownScalars(object).flatMap(({ place, path, value }): Token[] => {
      const isQuantity = typeName(place.field) === 'Quantity';
      const colours = isQuantity ? 'signs' : recordOf(place).value?.colours;
      const found = colours === 'signs' || (colours === 'numbers' && typeof value === 'number') ? at(path) : undefined;
      if (!found) return [];
      return colours === 'numbers'
        ? [{ start: found.start, length: found.text.length, type: 'enumMember' }]
        : split(found.start, found.text, isQuantity);
    });
    const names = namesOf(object).flatMap(({ what, occurrences }) =>
      what.startsWith('label') || occurrences.length < 2
        ? []
        : occurrences.flatMap(({ path, part, role }): Token[] => {
            const found = at(path, part);
            return found ? [{ start: found.start, length: found.text.length, type: 'variable', declaration: role === 'definition' }] : [];
          }),
    );
    return [...inner, ...names, ...scripts(object)];
  });
  return encode(analysis, tokens);
}

/** Scripts in blocks of text that a shell of the pod runs. */
function scripts(object: ObjectInText): Token[] {
  const { document } = object.source;
  return commandLines(object).flatMap((words) => {
    const script = words[scriptPlace(words.map(({ text }) => text)) ?? -1];
    const range = script && document.body.scalarSource(script.path)?.style === 'block' ? document.body.valueRange(script.path) : undefined;
    if (!range) return [];
    const source = document.body.text.slice(range.start, range.end);
    const header = source.indexOf('\n') + 1;
    return shellColours(source.slice(header)).map((colour) => ({ ...colour, start: document.start + range.start + header + colour.start }));
  });
}

interface CommandWord {
  readonly path: NodePath;
  readonly text: string | undefined;
}

/** The words of all command lines of the pod: of containers, with their args, and of probes and hooks. */
function commandLines(object: ObjectInText): readonly (readonly CommandWord[])[] {
  const lines = new Map<string, { readonly command: CommandWord[]; readonly args: CommandWord[] }>();
  for (const { place, path, value } of knownScalars(object)) {
    if (place.name !== 'command' && place.name !== 'args') continue;
    const id = JSON.stringify(path.slice(0, -2));
    const line = lines.get(id) ?? { command: [], args: [] };
    line[place.name].push({ path, text: typeof value === 'string' ? value : undefined });
    lines.set(id, line);
  }
  // Whatever stands first in the text, args follow the command.
  return Array.from(lines.values(), ({ command, args }) => [...command, ...args]);
}

function split(start: number, text: string, isQuantity: boolean): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const match = signs.map(([pattern, type]) => ({ length: pattern.exec(rest)?.[0].length ?? 0, type })).find(({ length }) => length > 0);
    if (match)
      tokens.push({ start: start + at, length: match.length, type: isQuantity && match.type === 'enumMember' ? 'keyword' : match.type });
    at += match?.length ?? 1;
  }
  return tokens;
}

/** Five numbers a token, its place relative to the one before. */
function encode({ text }: Analysis, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = -1;
  for (const { start, length, type, declaration } of [...tokens].sort((a, b) => a.start - b.start)) {
    if (start < end) continue;
    end = start + length;
    const position = text.positionAt(start);
    const sameLine = position.line === line;
    data.push(position.line - line, sameLine ? position.character - character : position.character, length);
    data.push(tokenLegend.tokenTypes.indexOf(type), declaration ? 1 : 0);
    line = position.line;
    character = position.character;
  }
  return data;
}
