import { relative, resolve, sep } from 'node:path';

/**
 * A file as tools that compare a run with a repository want it: by its path from the working directory, with `/` between folders,
 * where it lies below; otherwise as it was named.
 */
export function pathInProject(file: string): string {
  if (file === '-') return file;
  const path = relative(process.cwd(), resolve(file));
  const isBelow = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !/^[a-z]:/i.test(path);
  return (isBelow ? path : file).replaceAll(sep, '/');
}
