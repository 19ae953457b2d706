import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Output } from './output.ts';

export interface TextFile {
  /** As it is named to the user. */
  readonly file: string;
  readonly text: string;
}

export interface Reading {
  /** Sorted by name. */
  readonly files: readonly TextFile[];
  /** Whether every path could be read; what could not is told on standard error. */
  readonly complete: boolean;
}

/** The files that paths name: files as they are, folders with their *.yaml, *.yml and *.json, `-` for standard input. */
export function readManifests(paths: readonly string[], output: Output): Reading {
  const texts = new Map<string, string>();
  let complete = true;
  for (const path of paths) {
    try {
      for (const file of filesOf(path)) if (!texts.has(file)) texts.set(file, readText(file));
    } catch (error) {
      complete = false;
      output.error(`kubejob: ${reasonOf(error, path)}\n`);
    }
  }
  const files = [...texts].map(([file, text]) => ({ file, text })).sort((a, b) => (a.file < b.file ? -1 : 1));
  return { files, complete };
}

/** `-` reads standard input. Throws what the file system says. */
export function readText(file: string): string {
  return readFileSync(file === '-' ? 0 : file, 'utf8');
}

export function reasonOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `no such file or folder: ${path}`;
  if (code === 'EACCES') return `may not be read: ${path}`;
  if (code === 'EISDIR') return `a folder, not a file: ${path}`;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}

function filesOf(path: string): readonly string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  const found = globSync('**/*.{yaml,yml,json}', { cwd: path, ignore: ['**/node_modules/**'], expandDirectories: false });
  return found.map((file) => join(path, file));
}
