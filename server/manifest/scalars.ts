import type { Remark } from '../messages/en/index.ts';

/**
 * What a scalar means, as go.yaml.in/yaml/v2 (resolve.go) reads it below the API server: YAML 1.1 words for true and
 * false, octal, binary, underscores; no sexagesimal numbers; dates stay text.
 */
export type ScalarValue = string | number | bigint | boolean | null;

export type ScalarReading =
  | { readonly ok: true; readonly value: ScalarValue }
  | { readonly ok: false; readonly fault: Remark<'yaml-tag-mismatch' | 'yaml-base64'> };

const words = new Map<string, ScalarValue>([
  ...words_(true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'),
  ...words_(false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'),
  ...words_(null, '', '~', 'null', 'Null', 'NULL'),
  ...words_(Number.NaN, '.nan', '.NaN', '.NAN'),
  ...words_(Number.POSITIVE_INFINITY, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
  ...words_(Number.NEGATIVE_INFINITY, '-.inf', '-.Inf', '-.INF'),
]);

function words_(value: ScalarValue, ...spellings: readonly string[]): [string, ScalarValue][] {
  return spellings.map((spelling) => [spelling, value]);
}

/** The value of a plain scalar without a tag. */
export function plainScalar(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (!digit && first !== 43 && first !== 45 && first !== 46) return text;
  return number(text, first === 46) ?? text;
}

/** The value of a scalar with a tag in its long form, such as `tag:yaml.org,2002:int`. */
export function taggedScalar(tag: string, text: string): ScalarReading {
  const short = tag.startsWith(longTagPrefix) ? tag.slice(longTagPrefix.length) : undefined;
  switch (short) {
    case 'str':
      return { ok: true, value: text };
    case 'binary':
      return binary(text);
    case 'bool':
    case 'int':
    case 'float':
    case 'null':
    case 'timestamp': {
      const value = plainScalar(text);
      const type = scalarType(value, text);
      if (type === short || (short === 'float' && type === 'int')) return { ok: true, value };
      return { ok: false, fault: { code: 'yaml-tag-mismatch', args: { tag: `!!${short}`, text } } };
    }
    default:
      return { ok: true, value: text };
  }
}

const longTagPrefix = 'tag:yaml.org,2002:';

function scalarType(value: ScalarValue, text: string): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return isInteger(text) ? 'int' : 'float';
  return isDate(text) ? 'timestamp' : 'str';
}

function number(text: string, point: boolean): number | bigint | undefined {
  if (point) return /^\.[0-9]+([eE][-+]?[0-9]+)?$/.test(text) ? finite(Number(text)) : undefined;
  if (/^(?:0|[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  const plain = text.replaceAll('_', '');
  if (isInteger(plain)) {
    const value = integer(plain);
    if (value !== undefined) return value;
  }
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)) return finite(Number(plain));
  return undefined;
}

/** Whether a scalar that stands for a number was read as a float, which matters where it becomes a key. */
export function isFloat(text: string, tag: string | undefined): boolean {
  return tag === `${longTagPrefix}float` || !isInteger(text) || typeof integer(text.replaceAll('_', '')) === 'undefined';
}

function isInteger(text: string): boolean {
  return /^[-+]?(0|[1-9][0-9]*|0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+)$/.test(text.replaceAll('_', ''));
}

/** From -2^63 to 2^64-1; what lies beyond is read as a float. */
function integer(text: string): number | bigint | undefined {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '');
  const big = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits.toLowerCase());
  if (big > (negative ? 2n ** 63n : 2n ** 64n - 1n)) return undefined;
  const value = negative ? -big : big;
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** Go's ParseFloat fails on what overflows; the text stays text then. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}([Tt ]\d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/.test(text);
}

function binary(text: string): ScalarReading {
  const digits = text.replace(/[\r\n]/g, '');
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits)) {
    return { ok: false, fault: { code: 'yaml-base64', args: {} } };
  }
  const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  return { ok: true, value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}
