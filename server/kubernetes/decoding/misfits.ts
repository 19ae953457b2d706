import type { ShapeError } from '../generated/decoder.js';

/** Which places of a value have the wrong type: a tree of the steps that lead to them. */
export interface Misfits {
  /** Whether it is the value itself. */
  readonly itself: boolean;
  /** By keys, and by the numbers of list items as text. */
  readonly inside: ReadonlyMap<string, Misfits>;
}

/** Of what ajv complains about. */
export function misfitsOf(errors: readonly ShapeError[]): Misfits {
  const root = node();
  for (const { instancePath } of errors) stepsOf(instancePath).reduce(stepInto, root).itself = true;
  return root;
}

interface Growing {
  itself: boolean;
  readonly inside: Map<string, Growing>;
}

function node(): Growing {
  return { itself: false, inside: new Map() };
}

function stepInto({ inside }: Growing, step: string): Growing {
  const next = inside.get(step) ?? node();
  inside.set(step, next);
  return next;
}

/** The steps of a JSON pointer. */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
