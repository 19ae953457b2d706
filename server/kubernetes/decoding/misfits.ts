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
  inside: Map<string, Growing>;
}

/** Most have nothing inside, and may be many. */
const nothing = new Map<string, never>();

function node(): Growing {
  return { itself: false, inside: nothing };
}

function stepInto(growing: Growing, step: string): Growing {
  if (growing.inside === nothing) growing.inside = new Map();
  const next = growing.inside.get(step) ?? node();
  growing.inside.set(step, next);
  return next;
}

/** The steps of a JSON pointer. */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
