/** A script, or what stands between its keywords: one statement after another. */
export type Statements = readonly Statement[];

/** Pipelines joined by `&&` and `||`, run in the background or not. */
export interface Statement {
  readonly first: Pipeline;
  readonly rest: readonly { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[];
  readonly background: boolean;
}

/** Commands that run side by side, each with what the one before it writes. */
export interface Pipeline {
  readonly commands: readonly Command[];
  /** `!` stands before it. */
  readonly negated: boolean;
}

export type Command =
  | SimpleCommand
  | ((
      | { readonly kind: 'group' | 'subshell'; readonly body: Statements }
      | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: Statements }
      | { readonly kind: 'while' | 'until'; readonly condition: Statements; readonly body: Statements }
      /** Without words it goes through the arguments of the script. */
      | { readonly kind: 'for'; readonly variable: string; readonly words: readonly Word[] | undefined; readonly body: Statements }
      | { readonly kind: 'count'; readonly from: Word; readonly condition: Word; readonly step: Word; readonly body: Statements }
      | { readonly kind: 'case'; readonly word: Word; readonly clauses: readonly Clause[] }
      | { readonly kind: 'arithmetic'; readonly expression: Word }
      | { readonly kind: 'condition'; readonly test: Test }
    ) & { readonly redirections: readonly Redirection[] })
  | { readonly kind: 'function'; readonly name: string; readonly body: Command }
  /** What no shell, or not every shell, reads: from here on nothing can be told. */
  | { readonly kind: 'unreadable' };

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

export interface Assignment {
  readonly name: string;
  /** `NAME+=VALUE`. */
  readonly appends: boolean;
  /** Undefined for an array, or an element of one. */
  readonly value: Word | undefined;
}

export interface Branch {
  readonly condition: Statements;
  readonly body: Statements;
}

export interface Clause {
  readonly patterns: readonly Word[];
  readonly body: Statements;
  /** `;&` goes on with the next body, `;;&` with the next patterns. */
  readonly end: ';;' | ';&' | ';;&';
}

export interface Redirection {
  readonly operator: string;
  /** As written before the operator; undefined where it goes by the operator. */
  readonly descriptor: number | undefined;
  /** Of a here-document its text. */
  readonly target: Word;
}

/** An expression between `[[` and `]]`. */
export type Test =
  | { readonly kind: 'both' | 'either'; readonly tests: readonly Test[] }
  | { readonly kind: 'not'; readonly test: Test }
  | { readonly kind: 'unary'; readonly operator: string; readonly word: Word }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Word; readonly right: Word };

export type Word = readonly WordPart[];

/** A piece of a word; what is `quoted` is not split and holds no patterns. */
export type WordPart = { readonly quoted: boolean } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly change: Change | undefined }
  | { readonly kind: 'commands'; readonly body: Statements }
  | { readonly kind: 'arithmetic'; readonly expression: Word }
  /** What only a running shell can tell: elements of arrays, process substitutions. */
  | { readonly kind: 'unknown' }
);

/** What `${NAME…}` makes of the variable's value: `operator` is `length` for `${#NAME}`, otherwise what stands behind the name. */
export interface Change {
  readonly operator: string;
  readonly word: Word;
}
