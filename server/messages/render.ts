import { type ArgumentsOf, type Code, type English, english, type PlainCode } from './en/index.ts';
import { korean } from './ko/index.ts';
import { type Argument, type Arguments, fill, type NoArguments, type Translation } from './table/message-table.ts';

/** The languages that there are. */
export type Language = 'en' | 'ko';

/** A text that is given nothing needs no arguments. */
type Given<C extends Code> = NoArguments extends ArgumentsOf<C> ? [args?: ArgumentsOf<C>] : [args: ArgumentsOf<C>];

/** The text for a code in the user's language. */
export type Texts = <C extends Code>(code: C, ...args: Given<C>) => string;

/** Every text by code, for each language. */
export const tables: Readonly<Record<Language, Translation<English>>> = { en: english, ko: korean };

const longest = 100;

/** The texts in a language. */
export function textsIn(language: Language): Texts {
  return (code, ...[args]) => written(code, args ?? {}, language);
}

/** The text for a code, always one line: values from a manifest are cut short, and what would break the line is written as an escape. */
export function render<C extends Code>(code: C, args: ArgumentsOf<C>, language: Language = 'en'): string {
  return written(code, args, language);
}

/** The text for a code that was put together from what a manifest or a schema says; undefined where there is none. */
export function knownText(code: string, texts: Texts): string | undefined {
  return isPlain(code) ? texts(code) : undefined;
}

function isPlain(code: string): code is PlainCode {
  return Object.hasOwn(english, code);
}

function written(code: Code, args: Arguments, language: Language): string {
  return fill(tables[language][code], Object.fromEntries(Object.entries(args).map(([name, value]) => [name, inOneLine(value)])));
}

function inOneLine(value: Argument): Argument {
  if (typeof value === 'object') return value.map(lineOf);
  return typeof value === 'string' ? lineOf(value) : value;
}

function lineOf(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest - 20)}…${text.slice(-19)}` : text;
  return short.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, escaped);
}

function escaped(character: string): string {
  const inJSON = JSON.stringify(character).slice(1, -1);
  return inJSON === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : inJSON;
}
