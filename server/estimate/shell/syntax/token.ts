/**
 * What a stretch of a script is. Pieces of one word follow each other without a gap; between words, and around operators,
 * there may be blanks, which are no tokens.
 */
export type TokenKind =
  /** Between commands, or around them: `;`, `&&`, `|`, `;;`, `()` behind a function's name, the brackets of a pattern. */
  | 'operator'
  | 'newline'
  | 'comment'
  /** `>`, `2>&1`, `<<<`; the word behind it is its target, unless it names a descriptor itself. */
  | 'redirection'
  /** `<<END`, its word included; the text itself is a `here-text` behind the end of the line. */
  | 'here-document'
  | 'here-text'
  /** `if`, `{`, `in`: a whole word. */
  | 'keyword'
  /** The first piece of a command's name, if it is plain text. */
  | 'command'
  /** `NAME=`, `NAME+=`: the value follows. */
  | 'assignment'
  | 'text'
  /** A backslash and what it guards. */
  | 'escape'
  /** A backslash at the end of a line: nothing, and the word goes on. */
  | 'continuation'
  | 'single-quoted'
  /** `$'…'`. */
  | 'dollar-quoted'
  /** A double quote, opening or closing. */
  | 'quote'
  /** `$NAME`, `${NAME}`, `$?`. */
  | 'variable'
  /** All of `` `…` ``. */
  | 'backticks'
  /** `(` of a subshell, `$(`, `<(` or `>(`, `$((` or `((`, `${NAME:-`, `NAME=(`: up to the `close` at the place of that name. */
  | 'open-subshell'
  | 'open-commands'
  | 'open-process'
  | 'open-arithmetic'
  | 'open-parameter'
  | 'open-array'
  | 'close';

export interface ShellToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** It stands within double quotes. */
  readonly quoted: boolean;
  /** Of what opens: the place in the list of what closes it; undefined where nothing does. */
  readonly close: number | undefined;
  /** Of a here-document: its text. */
  readonly here: HereText | undefined;
}

/** The text of a here-document, where it stands in the script. */
export interface HereText {
  readonly start: number;
  /** Before the line that ends it. */
  readonly end: number;
  /** Whether `$` and backticks mean something in it. */
  readonly expands: boolean;
  /** Whether tabs at the beginnings of lines do not count. */
  readonly stripsTabs: boolean;
}
