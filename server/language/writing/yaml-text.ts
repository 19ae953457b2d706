import { hasContent } from '../../plain/record.ts';

/** Writes plain values as block YAML, two columns a level, without a line break at the end. List items are indented below their key. */
export function yamlText(value: unknown, indent = 0): string {
  const pad = ' '.repeat(indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return `${pad}[]`;
    return value.map((item) => `${pad}- ${yamlText(item, indent + 2).trimStart()}`).join('\n');
  }
  if (isFilled(value)) {
    return Object.entries(value)
      .map(([key, entry]) =>
        hasContent(entry) ? `${pad}${scalarText(key)}:\n${yamlText(entry, indent + 2)}` : `${pad}${entryText(key, entry)}`,
      )
      .join('\n');
  }
  return `${pad}${typeof value === 'object' && value !== null ? '{}' : scalarText(value)}`;
}

/** A scalar as it must be written to be read back the same by a YAML 1.1 library. */
export function scalarText(value: unknown): string {
  if (typeof value !== 'string') return value === undefined ? 'null' : String(value);
  return isPlain(value) ? value : quoted(value);
}

/** A value in one line, as JSON, which is YAML too. Integers beyond 2^53 keep their digits. */
export function flowText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? quoted(value) : String(value ?? null);
  return `{${Object.entries(value)
    .map(([key, entry]) => `${quoted(key)}: ${flowText(entry)}`)
    .join(', ')}}`;
}

/** A string in double quotes, as JSON and YAML 1.1 both read it: what YAML takes for a line break or for nothing is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, codeOf);
}

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether a string may stand without quotes: it is not read as anything else, and no sign in it means something. */
function isPlain(text: string): boolean {
  if (/^[1-9]\d*(m|k|M|G|Ki|Mi|Gi|Ti)$/.test(text)) return true;
  if (!/^[A-Za-z_./~][\w./@%+=~: $()-]*$/.test(text) || /:(\s|$)|\s$/.test(text)) return false;
  return !/^(y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)$/i.test(text) && !/^[-+.]?[\d.]/.test(text);
}

function entryText(key: string, entry: unknown): string {
  if (entry === null || entry === undefined) return `${scalarText(key)}:`;
  return `${scalarText(key)}: ${yamlText(entry)}`;
}

function isFilled(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}
