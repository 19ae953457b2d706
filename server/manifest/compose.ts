import { Composer, type Document, Lexer, Parser } from 'yaml';
import type { SyntaxProblem } from './document.ts';
import { tabProblem } from './tabs.ts';

/** All scalars stay text, as they are written; what they mean is decided by `scalars.ts`. */
const options = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  strict: true,
  logLevel: 'silent',
} as const;

export interface Composed {
  readonly document: Document.Parsed | undefined;
  /** The first tab that the API server does not take for a blank. */
  readonly tab: SyntaxProblem | undefined;
}

/** The tree of a text's first document: what follows a `...` line is not read by the API server. */
export function compose(text: string): Composed {
  const composed = composeWith(new Lexer(), text);
  if (!composed.document?.errors.length || !/["'[{]/.test(text)) return composed;
  return composeWith(looseLexer(), text);
}

function composeWith(lexer: Lexer, text: string): Composed {
  const parser = new Parser();
  const composer = new Composer(options);
  let unread = text.includes('\t');
  let tab: SyntaxProblem | undefined;
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) {
      for (const document of composer.next(token)) return { document, tab };
      if (unread && token.type === 'document') {
        tab = tabProblem(token);
        unread = false;
      }
    }
  }
  for (const token of parser.end()) {
    for (const document of composer.next(token)) return { document, tab };
    if (unread && token.type === 'document') tab = tabProblem(token);
  }
  for (const document of composer.end(true, text.length)) return { document, tab };
  return { document: undefined, tab };
}

/**
 * Quoted text and flow collections may go on in any column for the library under the API server; YAML 1.2 wants them
 * indented. The lexer has no option for it: `indentNext` is the column that it wants, so it is 0 while they are read.
 */
function looseLexer(): Lexer {
  const lexer = new Lexer();
  for (const method of ['parseQuotedScalar', 'parseFlowCollection']) {
    const original: unknown = Reflect.get(lexer, method);
    if (typeof original !== 'function') continue;
    Reflect.set(lexer, method, function* (): Generator<unknown, unknown> {
      const indentation: unknown = Reflect.get(lexer, 'indentNext');
      Reflect.set(lexer, 'indentNext', 0);
      const result: unknown = yield* original.call(lexer);
      Reflect.set(lexer, 'indentNext', indentation);
      return result;
    });
  }
  return lexer;
}
