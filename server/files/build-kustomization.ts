import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { WhyStopped } from '../charts/chart-tools.ts';
import { type BuiltDocument, readBuild } from '../manifest/kustomize/built-documents.ts';
import { runTool } from './run-tool.ts';

/** What came of building a kustomization with a tool of the user's. */
export type KustomizationBuild =
  | { readonly status: 'built'; readonly documents: readonly BuiltDocument[] }
  | { readonly status: 'no-tool' }
  | { readonly status: 'stopped'; readonly why: WhyStopped }
  /** Why the tool refused, in its own words. */
  | { readonly status: 'refused'; readonly message: string };

const limits = { timeLimit: 30_000, outputLimit: 50 * 1024 * 1024 };

/** The tools that build kustomizations, the first that there is counts. */
const tools = [
  ['kubectl', 'kustomize'],
  ['kustomize', 'build'],
] as const;

/**
 * Builds the kustomization of a folder. It is made the only resource of another one, in a temporary folder that is removed whatever
 * happens: that one asks for the annotations that say from which file each object comes, so that nothing is written into the folder.
 */
export async function buildKustomization(folder: string, signal?: AbortSignal): Promise<KustomizationBuild> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'kubejob-kustomize-')));
  try {
    const way = relative(scratch, realpathSync(folder)).split(sep).join('/');
    writeFileSync(join(scratch, 'kustomization.yaml'), JSON.stringify({ resources: [way], buildMetadata: ['originAnnotations'] }));
    return await build(scratch, signal);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function build(scratch: string, signal: AbortSignal | undefined): Promise<KustomizationBuild> {
  for (const [program, verb] of tools) {
    const run = await runTool(program, [verb, scratch], { ...limits, ...(signal ? { signal } : {}) });
    if (run.status === 'missing') continue;
    if (run.status === 'stopped') return run;
    if (run.code !== 0) return { status: 'refused', message: ownWords(run.error, scratch) };
    return { status: 'built', documents: readBuild(run.out, (path) => resolve(scratch, path)) };
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
  const inner = words.replace(/^accumulating resources.*? recursed accumulation of path '[^']*': /, '');
  return inner.replaceAll(`${scratch}/`, '').replaceAll(scratch, '.');
}
