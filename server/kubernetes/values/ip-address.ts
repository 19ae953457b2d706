/**
 * IP addresses as the API server's older fields read them: sloppily, IPv4 numbers with leading zeros included
 * (k8s.io/utils/net ParseIPSloppy); `undefined` for what is no address.
 */
export interface IPAddress {
  readonly bytes: readonly number[];
  readonly family: 4 | 6;
  /** An IPv4 number or an IPv6 group is padded with zeros beyond what today's parsers allow. */
  readonly padded: boolean;
  /** An IPv4 address inside IPv6, as `::ffff:10.0.0.1`. */
  readonly mapped: boolean;
}

export function parseIPAddress(text: string): IPAddress | undefined {
  return text.search(/[.:]/) >= 0 && text.indexOf('.') >= 0 && !text.slice(0, text.indexOf('.')).includes(':')
    ? parseIPv4(text)
    : parseIPv6(text);
}

/** The usual text of an address: plain IPv4, also of a mapped one, or IPv6 as RFC 5952 wants it. */
export function formatIPAddress({ bytes, family, mapped }: IPAddress): string {
  if (family === 4) return bytes.join('.');
  if (mapped) return bytes.slice(12).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0));
  const { start, length } = longestZeroRun(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function parseIPv4(text: string): IPAddress | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^0*[0-9]{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return { bytes: parts.map(Number), family: 4, padded: parts.some((part) => part.length > 1 && part.startsWith('0')), mapped: false };
}

function parseIPv6(text: string): IPAddress | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const [head, tail] = halves.map((half, index) => readGroups(half, index === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const given = head.bytes.length + (tail?.bytes.length ?? 0);
  if (halves.length === 2 ? given > 14 : given !== 16) return undefined;
  const bytes = [...head.bytes, ...new Array<number>(16 - given).fill(0), ...(tail?.bytes ?? [])];
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return { bytes, family: 6, padded: head.padded || (tail?.padded ?? false), mapped };
}

/** Groups between colons; the very last may be an IPv4 address. */
function readGroups(text: string, last: boolean): { bytes: readonly number[]; padded: boolean } | undefined {
  const bytes: number[] = [];
  let padded = false;
  const groups = text === '' ? [] : text.split(':');
  for (const [index, group] of groups.entries()) {
    const embedded = last && index === groups.length - 1 && group.includes('.') ? parseIPv4(group) : undefined;
    if (embedded) {
      bytes.push(...embedded.bytes);
      padded ||= embedded.padded;
    } else if (/^0*[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
      padded ||= group.length > 4;
    } else return undefined;
  }
  return { bytes, padded };
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= groups.length; index++) {
    if (groups[index] === 0) continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return best;
}
