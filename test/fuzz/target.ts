import type fc from 'fast-check';

/** What is tried with any input: `holds` throws where something is wrong with how the product took it. */
export interface FuzzTarget<Input = unknown> {
  readonly name: string;
  /** Plain values, so that a find can be kept as JSON. */
  readonly inputs: fc.Arbitrary<Input>;
  holds(input: Input): void | Promise<void>;
}

/** A target among those of other inputs; what comes from a file of finds is an input of it. */
export function target<Input>(one: FuzzTarget<Input>): FuzzTarget {
  return { ...one, holds: (input) => one.holds(input as Input) };
}
