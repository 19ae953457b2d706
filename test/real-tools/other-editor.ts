import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { writeFiles } from '../folder-with.ts';
import { program } from './kubejob.ts';

const home = join(import.meta.dirname, '../..');
/** What a variable of the environment names, or the program along PATH; undefined where there is none. */
export function programAlongPath(name: string, variable: string): string | undefined {
  const along = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return process.env[variable] ?? along.find((path) => existsSync(path));
}

/** The first text in a language that docs/editors.md has below a heading. */
export function fromDocs(heading: string, language: string): string {
  const [, below = ''] = readFileSync(join(home, 'docs/editors.md'), 'utf8').split(`\n## ${heading}\n`);
  const [, text] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(below.split('\n## ')[0] ?? '') ?? [];
  if (text === undefined) throw new Error(`docs/editors.md has no ${language} below ${heading}`);
  return text;
}

/** A PATH along which `kubejob` is the built program, by a script that is written into a folder. */
export function pathWithKubejob(folder: string): string {
  writeFiles(folder, { 'bin/kubejob': `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n` });
  return [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter);
}
