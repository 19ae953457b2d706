/** What an address holds: all that the page needs to show the same to somebody else. */
export interface Shared {
  readonly manifest: string;
  /** '' where there is none. */
  readonly scenario: string;
  readonly version: string;
}

/** Of a link that holds something, but nothing that can be shown: it was cut off, or somebody made it up. */
export type Unreadable = 'unreadable';

const name = 'job';
/** Browsers and those who pass links on take about as many characters. */
const longestFragment = 30_000;
/** What a link may come to when it is unpacked, in bytes: a few characters can be made to stand for very many. */
const longestText = 2_000_000;

/**
 * The part of an address behind `#`: compressed, so that nothing is sent anywhere when it is opened. Undefined where that would be too
 * long for a link.
 */
export async function fragmentOf(shared: Shared): Promise<string | undefined> {
  const text = new TextEncoder().encode(JSON.stringify(shared));
  if (text.length > longestText) return undefined;
  const fragment = `#${name}=${base64(await through(text, new CompressionStream('deflate-raw')))}`;
  return fragment.length > longestFragment ? undefined : fragment;
}

/** What a fragment holds; undefined where it speaks of nothing that is shared. */
export async function sharedIn(fragment: string): Promise<Shared | Unreadable | undefined> {
  const [, packed] = new RegExp(`[#&]${name}=([^&]*)`).exec(fragment) ?? [];
  if (packed === undefined) return undefined;
  if (packed.length > longestFragment) return 'unreadable';
  try {
    const bytes = await through(unbase64(packed), new DecompressionStream('deflate-raw'));
    return readShared(JSON.parse(new TextDecoder().decode(bytes))) ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Undefined where the value is none that this page has written. */
export function readShared(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { manifest, scenario, version }: Partial<Record<keyof Shared, unknown>> = value;
  if (typeof manifest !== 'string') return undefined;
  return { manifest, scenario: typeof scenario === 'string' ? scenario : '', version: typeof version === 'string' ? version : '' };
}

/** Rejects where more than the longest text comes out, before all of it has. */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > longestText) throw new Error('The link holds too much.');
    pieces.push(next.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** As addresses can hold it: RFC 4648, section 5, without padding. */
function base64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function unbase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
