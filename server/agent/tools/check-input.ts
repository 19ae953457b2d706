import { isRecord } from '../../plain/record.ts';
import type { InputSchema, PropertySchema, ToolInput } from './tool.ts';

/** What was sent, where the schema allows it; otherwise what is wrong with it, in a sentence that says what to send. */
export function checkInput(schema: InputSchema, sent: unknown): { readonly input: ToolInput } | { readonly fault: string } {
  if (!isRecord(sent)) return { fault: 'The arguments are an object.' };
  const unknown = Object.keys(sent).find((name) => !Object.hasOwn(schema.properties, name));
  if (unknown !== undefined) return { fault: `There is no argument ${unknown}: use ${Object.keys(schema.properties).join(', ')}.` };
  const missing = schema.required.find((name) => (sent[name] ?? undefined) === undefined);
  if (missing !== undefined) return { fault: `The argument ${missing} is missing.` };
  const input: Record<string, string | number> = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    const value = sent[name];
    if (value === undefined || value === null) continue;
    const fault = faultOf(property, value);
    if (fault !== undefined) return { fault: `The argument ${name} ${fault}.` };
    if (typeof value === 'string' || typeof value === 'number') input[name] = value;
  }
  return { input };
}

function faultOf(schema: PropertySchema, value: unknown): string | undefined {
  if (schema.type === 'string') {
    if (typeof value !== 'string') return 'is a text';
    if (schema.maxLength !== undefined && value.length > schema.maxLength) return `has at most ${schema.maxLength} characters`;
    return schema.enum && !schema.enum.includes(value) ? `is one of ${schema.enum.join(', ')}` : undefined;
  }
  const fits = typeof value === 'number' && value >= schema.minimum && value <= schema.maximum;
  const whole = schema.type === 'number' || Number.isInteger(value);
  return fits && whole ? undefined : `is a${schema.type === 'integer' ? ' whole' : ''} number from ${schema.minimum} to ${schema.maximum}`;
}
