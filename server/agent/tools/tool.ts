/** The schema of a tool's input, in the part of JSON Schema that `checkInput` reads. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export type PropertySchema =
  | { readonly type: 'string'; readonly description: string; readonly maxLength?: number; readonly enum?: readonly string[] }
  | { readonly type: 'number' | 'integer'; readonly description: string; readonly minimum: number; readonly maximum: number };

/** What a caller sent, once `checkInput` found it right. */
export type ToolInput = Readonly<Record<string, string | number | undefined>>;

export interface ToolAnswer {
  /** Short, as an agent reads it: places, what to do, what would happen. */
  readonly text: string;
  /** The same as data, where it has a form; it follows the tool's `outputSchema`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The tool could not do what was asked for, and the text says why. */
  readonly isError?: true;
}

/** Something that an agent can ask for. It sees texts alone, no files and no cluster, and changes nothing. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it, and what it gives. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  readonly outputSchema: { readonly type: 'object'; readonly [keyword: string]: unknown };
  /** `now` is the time in milliseconds since 1970. Never throws for what the input says. */
  run(input: ToolInput, now: number): ToolAnswer;
}

export function refusal(text: string): ToolAnswer {
  return { text, data: {}, isError: true };
}
