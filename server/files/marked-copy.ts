import { type Dirent, realpathSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { markTemplate } from '../charts/mark-template.ts';

/** Larger charts are rendered, too, but their lines are not looked for. */
const largestMarked = 64 * 1024 * 1024;

interface Entry {
  /** Below the chart, with `/`. */
  readonly file: string;
  readonly is: 'file' | 'folder' | 'link';
  /** Bytes; 0 of what is no file. */
  readonly size: number;
}

/**
 * Copies a chart into a folder that is not there yet, each line of its templates marked; the templates in the order of their numbers.
 * Undefined where the chart is too large, or cannot be read or copied: then nothing is known of its lines. Links that lead out of the chart,
 * to nothing or to a folder around themselves are left out, as is what is neither a file nor a folder.
 */
export async function markedCopy(chart: string, copy: string): Promise<readonly string[] | undefined> {
  try {
    const home = realpathSync(chart);
    const entries = await entriesBelow(home);
    if (entries.reduce((sum, { size }) => sum + size, 0) > largestMarked) return undefined;
    const templates = entries.filter(isTemplate).map(({ file }) => file);
    const numbers = new Map(templates.sort().map((file, number) => [file, number]));
    await mkdir(copy);
    // A folder stands before what is in it.
    for (const { file, is } of entries) if (is === 'folder') await mkdir(join(copy, file));
    await Promise.all(entries.map((entry) => copied(entry, home, copy, numbers.get(entry.file))));
    return templates;
  } catch {
    return undefined;
  }
}

function isTemplate({ file, is }: Entry): boolean {
  return is === 'file' && /\.(?:ya?ml|tpl)$/.test(file) && /^(?:charts\/(?:[^/]+\/)*)?templates\//.test(file);
}

async function copied({ file, is }: Entry, home: string, copy: string, number: number | undefined): Promise<void> {
  const [from, to] = [join(home, file), join(copy, file)];
  if (is === 'link') await symlink(realpathSync(from), to);
  else if (is === 'file' && number === undefined) await copyFile(from, to);
  else if (is === 'file' && number !== undefined) await writeFile(to, markTemplate(await readFile(from, 'utf8'), number));
}

async function entriesBelow(home: string, folder = ''): Promise<readonly Entry[]> {
  const entries = await readdir(join(home, folder), { withFileTypes: true });
  const found = await Promise.all(entries.map((entry) => entryAt(home, folder, entry)));
  return found.flat();
}

async function entryAt(home: string, folder: string, entry: Dirent): Promise<readonly Entry[]> {
  const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (file === '.git') return [];
  if (entry.isDirectory()) return [{ file, is: 'folder', size: 0 }, ...(await entriesBelow(home, file))];
  if (entry.isFile()) return sizeOf(join(home, file)).then((size) => (size === undefined ? [] : [{ file, is: 'file', size }]));
  return entry.isSymbolicLink() && leadsWithin(join(home, file), home) ? [{ file, is: 'link', size: 0 }] : [];
}

/** Undefined of what is gone, or has a name that is no UTF-8. */
async function sizeOf(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined);
  return found?.size;
}

/** Whether a link leads to something else in the chart; one that leads to a folder around itself has no end. */
function leadsWithin(path: string, home: string): boolean {
  try {
    const target = realpathSync(path);
    return isWithin(target, home) && !isWithin(path, target);
  } catch {
    return false;
  }
}

/** Whether a path is a folder or below it. Both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
