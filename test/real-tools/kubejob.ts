import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** The built program. */
export const program = join(import.meta.dirname, '../../dist/cli.js');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the built `kubejob` in a folder. */
export function kubejob(folder: string, args: readonly string[], input = ''): Promise<Ran> {
  return runIn(process.execPath, folder, [program, ...args], input);
}

/** Runs helm, kubectl or git in a folder, and gives what it prints to standard output. */
export async function printed(name: string, folder: string, ...args: readonly string[]): Promise<string> {
  const { code, out, error } = await runIn(name, folder, args);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')}: ${error}`);
  return out;
}

/** Runs a program in a folder, with what is added to the environment. */
export function runIn(name: string, cwd: string, args: readonly string[], input = '', added: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(name, args, { cwd, env: { ...process.env, ...added }, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, error: err }),
    );
    // A program may end before it has read what it is given, and only its exit code says whether that is a fault.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

export interface Found {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly document: number;
  readonly related?: readonly { readonly file: string; readonly line: number }[];
}

/** What `validate` finds: the errors and warnings, each as `FILE:LINE CODE`, and the lines of values behind it. */
export async function found(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await kubejob(folder, ['validate', '--format', 'json', ...args]);
  const all: readonly (Found & { readonly severity: string; readonly consequence?: boolean })[] = JSON.parse(out);
  return all
    .filter(({ severity, consequence }) => severity !== 'info' && consequence !== true)
    .map(({ file, line, code, related = [] }) =>
      [`${file}:${line} ${code}`, ...related.map((place) => `${place.file}:${place.line}`)].join(' < '),
    );
}
