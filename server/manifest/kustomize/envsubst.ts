/**
 * What Flux puts values in place of, after fluxcd/pkg/envsubst 1.4 (`parse/parse.go`, `parse/scan.go`), which takes most of a shell's forms
 * between braces, but not all: one that it cannot read has it refuse the whole object.
 */
export interface Substitution {
  readonly name: string;
  /** What stands behind the name, such as `:-` or `,,`; `length` of `${#NAME}`, empty of `${NAME}`. */
  readonly change: string;
  /** Of a default: what it is made of. */
  readonly otherwise: readonly Piece[];
  /** Offsets of the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Text as it is to stand there, something to fill in, or where one that cannot be read begins. */
export type Piece = string | Substitution | { readonly unreadable: true; readonly start: number; readonly end: number };

/** A text in pieces. `$$` stands for `$`. */
export function piecesOf(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const plain = matchAt(/(?:\$\$|\$(?!\{)|[^$]+)+/y, text, at);
    const piece = plain ? plain[0].replaceAll('$$', '$') : (substitutionAt(text, at) ?? unreadableAt(text, at));
    found.push(piece);
    at = plain ? at + plain[0].length : endOf(piece, at);
  }
  return found;
}

function endOf(piece: Piece, otherwise: number): number {
  return typeof piece === 'string' ? otherwise : piece.end;
}

/** Up to its brace, or else to the end of its line. */
function unreadableAt(text: string, start: number): Piece {
  const [written = ''] = matchAt(/\$\{[^}\n]*\}?/y, text, start) ?? [];
  return { unreadable: true, start, end: start + written.length };
}

/** What may stand behind a name, up to and with the closing brace; a word of it may be something to fill in itself. */
const changes: readonly RegExp[] = [
  /()\}/y,
  /([,^]{1,2})\}/y,
  /(##?|%%?)(?:[^}$]|\$(?!\{))+\}/y,
  /(\/[/#%]?)(?:[^/$]|\$(?!\{))+\/+(?:(?:[^}$]|\$(?!\{))+)?\}/y,
  /(:)(?![-=?+])(?:[^:}$]|\$(?!\{))+(?::+(?:[^}$]|\$(?!\{))+)?\}/y,
];

/** Undefined where it cannot be read; `at` is where its `${` stands. */
function substitutionAt(text: string, start: number): Substitution | undefined {
  const length = matchAt(/\$\{#([\p{L}\p{Nd}_]+)\}/uy, text, start);
  if (length) return { name: length[1] ?? '', change: 'length', otherwise: [], start, end: start + length[0].length };
  const [head, name] = matchAt(/\$\{([\p{L}\p{Nd}_]+)/uy, text, start) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const behind = start + head.length;
  const sign = matchAt(/:[-=?+]|=/y, text, behind)?.[0];
  if (sign !== undefined) return withDefault({ name, change: sign, start }, text, behind + sign.length);
  const [whole, operator = ''] = changes.flatMap((one) => matchAt(one, text, behind) ?? []);
  return whole === undefined ? undefined : { name, change: operator, otherwise: [], start, end: behind + whole.length };
}

function withDefault(head: Pick<Substitution, 'name' | 'change' | 'start'>, text: string, from: number): Substitution | undefined {
  const otherwise: Piece[] = [];
  let at = from;
  while (text[at] !== '}') {
    const plain = matchAt(/(?:\$(?!\{)|[^$}]+)+/y, text, at)?.[0];
    const piece = plain ?? (at < text.length ? substitutionAt(text, at) : undefined);
    if (piece === undefined) return undefined;
    otherwise.push(piece);
    at = plain === undefined ? endOf(piece, at) : at + plain.length;
  }
  return { ...head, otherwise, end: at + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
