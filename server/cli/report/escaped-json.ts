/** As `JSON.stringify`, with escapes for what a reader of the lines would act on. */
export function escapedJson(value: unknown, indentation?: number): string {
  return withJsonEscapes(JSON.stringify(value, undefined, indentation));
}

/** JSON with escapes for what would move a terminal, turn letters round or be a workflow command: the same value to who reads it. */
export function withJsonEscapes(json: string): string {
  return json.replace(/[\p{Cf}\u007f-\u009f\u2028\u2029]|#(?=#(?:vso)?\[)/giu, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
