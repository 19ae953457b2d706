import { withoutUnseen } from '../../unicode/unseen.ts';

/** As `JSON.stringify`, with escapes for what a reader of the lines would act on. */
export function escapedJson(value: unknown, indentation?: number): string {
  return withJsonEscapes(JSON.stringify(value, undefined, indentation));
}

/** JSON with escapes for what would move a terminal, turn letters round or be a workflow command: the same value to who reads it. */
export function withJsonEscapes(json: string): string {
  return withoutUnseen(json, escaped).replace(/[\u007f-\u009f]|#(?=#(?:vso)?\[)/gi, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
