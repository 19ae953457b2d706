/** As `JSON.stringify`, with escapes for what would move a terminal or turn letters round: the same value to who reads it. */
export function escapedJson(value: unknown, indentation?: number): string {
  return JSON.stringify(value, undefined, indentation).replace(/[\p{Cf}\u007f-\u009f\u2028\u2029]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
