/** What the library does not read. */
export type LibyamlProblem =
  | 'anchor'
  | 'block-header'
  | 'closing-quote'
  | 'colon'
  | 'comma'
  | 'dash'
  | 'directive'
  | 'directives-end'
  | 'escape'
  | 'list-on-own-line'
  | 'plain-start'
  | 'tab'
  | 'tag'
  | 'two-keys-on-a-line'
  | 'unexpected';

/** Where the library noticed it. Thrown inside these files alone. */
export class Refusal extends Error {
  readonly problem: LibyamlProblem;
  readonly offset: number;

  constructor(problem: LibyamlProblem, offset: number) {
    super(problem);
    this.problem = problem;
    this.offset = offset;
  }
}
