/** A file that may say something of others: its path or address with slashes, and its text. */
export interface NearbyFile {
  readonly path: string;
  readonly text: string;
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A relative path from a folder on; undefined where it leads nowhere. */
export function resolved(folder: string, relative: string): string | undefined {
  if (relative.startsWith('/')) return undefined;
  const way = folder.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && way.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') way.push(part);
  }
  return way.join('/');
}
