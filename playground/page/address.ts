/** What an address holds: all that the page needs to show the same to somebody else. */
export interface Shared {
  readonly manifest: string;
  /** '' where there is none. */
  readonly scenario: string;
  readonly version: string;
}

const name = 'job';

/** The part of an address behind `#`: compressed, so that nothing is sent anywhere when it is opened. */
export async function fragmentOf(shared: Shared): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(shared)), new CompressionStream('deflate-raw'));
  return `#${name}=${base64(bytes)}`;
}

/** What a fragment holds; undefined where it holds nothing of ours, or was cut off. */
export async function sharedIn(fragment: string): Promise<Shared | undefined> {
  const [, packed] = new RegExp(`[#&]${name}=([\\w-]+)`).exec(fragment) ?? [];
  if (packed === undefined) return undefined;
  try {
    const bytes = await through(unbase64(packed), new DecompressionStream('deflate-raw'));
    return read(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

function read(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { manifest, scenario, version }: Partial<Record<keyof Shared, unknown>> = value;
  if (typeof manifest !== 'string') return undefined;
  return { manifest, scenario: typeof scenario === 'string' ? scenario : '', version: typeof version === 'string' ? version : '' };
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** As addresses can hold it: RFC 4648, section 5, without padding. */
function base64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function unbase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
