import * as ownPath from 'node:path';

/**
 * A file as tools that compare a run with a repository want it: by its path from the working directory, with `/` between folders,
 * where it lies below; otherwise as it was named. `path` are the paths of a system, `from` is its working directory.
 */
export function pathInProject(file: string, path: ownPath.PlatformPath = ownPath, from = process.cwd()): string {
  if (file === '-') return file;
  const inside = path.relative(from, path.resolve(from, file));
  const isBelow = inside !== '' && inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
  return (isBelow ? inside : file).replaceAll(path.sep, '/');
}
