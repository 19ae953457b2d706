import { withoutCommands } from '../plain/workflow-commands.ts';
import { withNames } from '../unicode/look-alikes.ts';
import { type AdviceTexts, adviceRules } from '../validation/advice/index.ts';
import { type English, english, type PlainCode, verdict } from './en/index.ts';
import { korean } from './ko/index.ts';
import { type Argument, type Arguments, type ArgumentsIn, fill, type MessageTable, type NoArguments } from './table/message-table.ts';

/** The languages that there are. */
export type Language = 'en' | 'ko';

/** Every text in English: those of the tables, and those that the rules of our own bring along. */
interface Words extends English, AdviceTexts {}

/** What a text is asked for by: a code of the tables, or a rule's name. */
type WordCode = keyof Words;

/** A text that is given nothing needs no arguments. */
type Given<C extends WordCode> = NoArguments extends ArgumentsIn<Words[C]> ? [args?: ArgumentsIn<Words[C]>] : [args: ArgumentsIn<Words[C]>];

/** The text for a code in the user's language. */
export type Texts = <C extends WordCode>(code: C, ...args: Given<C>) => string;

const tables = new Map<Language, MessageTable>();

/** Every text of a language by code: put together when the first is asked for, as most runs speak one language, and many have nothing to say. */
export function tableIn(language: Language): MessageTable {
  const known = tables.get(language);
  if (known) return known;
  const table = { ...(language === 'ko' ? korean() : english), ...adviceTexts(language) };
  tables.set(language, table);
  return table;
}

function adviceTexts(language: Language): MessageTable {
  return Object.fromEntries(adviceRules.map(({ code, texts }) => [code, texts[language]]));
}

const longest = 100;

/** The texts in a language. */
export function textsIn(language: Language): Texts {
  return (code, ...[args]) => written(code, args ?? {}, language);
}

/** The text for a code, always one line: values from a manifest are cut short, quotations never, and what would break the line is written as an escape. */
export function render<C extends WordCode>(code: C, args: ArgumentsIn<Words[C]>, language: Language = 'en'): string {
  return written(code, args, language);
}

/** The text for a code that was put together from what a manifest or a schema says; undefined where there is none. */
export function knownText(code: string, texts: Texts): string | undefined {
  return isPlain(code) ? texts(code) : undefined;
}

/** Whether there is a text of this name for what Kubernetes says of a manifest. */
export function isOfVerdict(code: string): boolean {
  return Object.hasOwn(verdict, code);
}

function isPlain(code: string): code is PlainCode {
  return Object.hasOwn(english, code);
}

function written(code: WordCode, args: Arguments, language: Language): string {
  const text = tableIn(language)[code] ?? code;
  return fill(text, Object.fromEntries(Object.entries(args).map(([name, value]) => [name, inOneLine(value)])));
}

function inOneLine(value: Argument): Argument {
  if (typeof value === 'string') return lineOf(value);
  if (typeof value !== 'object') return value;
  return 'quoted' in value ? { quoted: withEscapes(value.quoted) } : value.map(lineOf);
}

function lineOf(text: string): string {
  return withEscapes(text.length > longest ? `${text.slice(0, longest - 20)}…${text.slice(-19)}` : text);
}

function withEscapes(text: string): string {
  return withoutCommands(withNames(text).replace(/[\p{Cc}\p{Cs}]/gu, escaped));
}

function escaped(character: string): string {
  const inJSON = JSON.stringify(character).slice(1, -1);
  return inJSON === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : inJSON;
}
