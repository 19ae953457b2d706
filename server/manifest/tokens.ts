import { type CST, Lexer, Parser } from 'yaml';

/**
 * The syntax tree of a text. Quoted text and flow collections may go on in any column, as in the library under the
 * API server; YAML 1.2 wants them indented.
 */
export function* readTokens(text: string): Generator<CST.Token, void> {
  const lexer = new Lexer();
  if (/["'[{]/.test(text)) for (const method of ['parseQuotedScalar', 'parseFlowCollection']) withoutIndentation(lexer, method);
  const parser = new Parser();
  for (const lexeme of lexer.lex(text)) yield* parser.next(lexeme);
  yield* parser.end();
}

/** The lexer has no option for this: `indentNext` is the column it wants, so it is 0 while the method runs. */
function withoutIndentation(lexer: Lexer, method: string): void {
  const original: unknown = Reflect.get(lexer, method);
  if (typeof original !== 'function') return;
  Reflect.set(lexer, method, function* (): Generator<unknown, unknown> {
    const indentation: unknown = Reflect.get(lexer, 'indentNext');
    Reflect.set(lexer, 'indentNext', 0);
    const result: unknown = yield* original.call(lexer);
    Reflect.set(lexer, 'indentNext', indentation);
    return result;
  });
}
