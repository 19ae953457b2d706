import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { KustomizationBuild, KustomizeOptions } from '../charts/kustomize-tools.ts';
import { readBuild } from '../manifest/kustomize/built-documents.ts';
import { runTool } from './run-tool.ts';

const limits = { timeLimit: 30_000, outputLimit: 50 * 1024 * 1024 };

/**
 * Builds the kustomization of a folder. It is made the only resource of another one, in a temporary folder that is removed whatever
 * happens: that one asks for the annotations that say from which file each object comes, so that nothing is written into the folder.
 */
export async function buildKustomization(folder: string, options: KustomizeOptions): Promise<KustomizationBuild> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'kubejob-kustomize-')));
  try {
    const home = realpathSync(folder);
    const way = relative(scratch, home).split(sep).join('/');
    writeFileSync(join(scratch, 'kustomization.yaml'), JSON.stringify({ resources: [way], buildMetadata: ['originAnnotations'] }));
    return await build(scratch, options, (path) => resolve(folder, relative(home, resolve(scratch, path))));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `at` makes a path of one that counts from the temporary folder; links above the built one stay as they are. */
async function build(
  scratch: string,
  { kubectl, kustomize, signal }: KustomizeOptions,
  at: (path: string) => string,
): Promise<KustomizationBuild> {
  const byKubectl = [kubectl, 'kustomize'] as const;
  const byKustomize = [kustomize, 'build'] as const;
  // Who names a kustomize wants that one.
  for (const [program, verb] of kustomize === 'kustomize' ? [byKubectl, byKustomize] : [byKustomize, byKubectl]) {
    const run = await runTool(program, [verb, scratch], { ...limits, ...(signal ? { signal } : {}) });
    if (run.status === 'missing') continue;
    if (run.status === 'stopped') return run;
    if (run.code !== 0) return { status: 'refused', message: ownWords(run.error, scratch) };
    return { status: 'built', documents: readBuild(run.out, at) };
  }
  return { status: 'no-tool' };
}

/** What the tool said of the folder, on one line: not what it says of the temporary one, nor how it logs. */
function ownWords(error: string, scratch: string): string {
  const logged = /\berr="((?:[^"\\]|\\.)*)"/.exec(error)?.[1]?.replaceAll(/\\(.)/g, '$1');
  const words = (logged ?? error)
    .replace(/^error:\s*/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const inner = words
    .replace(/^.*recursed accumulation of path '[^']*': /, '')
    .replace(/accumulating resources: accumulation err='(accumulating resources from '[^']*'): (.*?)': must .*$/, '$1: $2')
    .replace(/^trouble configuring builtin \w+ with config: `[^`]*`: /, '')
    .replaceAll(/evalsymlink failure on '[^']*' : lstat [^:]*: /g, '');
  return inner.replaceAll(`${scratch}/`, '').replaceAll(scratch, '.');
}
