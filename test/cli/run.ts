import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { runCommandLine } from '../../server/cli/program.ts';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in this process. */
export async function run(...args: readonly string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    colours: false,
  });
  return { code, out, error };
}

/** The command line as a program of its own, for what needs a process: its path. */
export function bundledProgram(): string {
  return join(bundled({ program: join(import.meta.dirname, '../../server/cli.ts') }), 'program.mjs');
}

/** The folder in which each entry is a program of that name, `NAME.mjs`. */
export function bundled(entryPoints: Readonly<Record<string, string>>): string {
  const folder = folderWith();
  buildSync({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['./main.ts'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    logLevel: 'error',
  });
  return folder;
}

/** A Job of that name whose container runs a command. */
export const job = (name: string, command = 'sleep 10', spec = ''): string =>
  jobWith({ metadata: `name: ${name}`, spec, container: `command: ${JSON.stringify(command.split(' '))}` });
