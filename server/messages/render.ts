import type { Argument } from '../kubernetes/finding/finding.ts';
import { english } from './en/index.ts';
import { korean } from './ko/index.ts';
import { fill, type MessageArguments, type MessageTable } from './table/message-table.ts';

/** The languages that there are. */
export type Language = 'en' | 'ko';

/** The text for a code in the user's language. */
export type Texts = (code: string, args?: MessageArguments) => string;

/** Every text by code, for each language. */
export const tables: Readonly<Record<Language, MessageTable>> = { en: english, ko: korean };

const longest = 100;

/**
 * The text for a code, in English unless another language is asked for, always one line: values from a manifest are cut short, and what would break the line is written
 * as an escape. A code without a text is a defect that a test finds; the user then sees the code itself.
 */
export function render(code: string, args: MessageArguments, language: Language = 'en'): string {
  const message = tables[language][code];
  if (message === undefined) return code;
  return fill(message, Object.fromEntries(Object.entries(args).map(([name, value]) => [name, inOneLine(value)])));
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
