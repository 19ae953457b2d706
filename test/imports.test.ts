import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each layer may import, besides itself. Entry points may import everything. */
const mayImport: Record<string, readonly string[]> = {
  'server/manifest': [],
  'server/kubernetes': [],
  'server/estimate': ['server/kubernetes'],
  'server/validation': ['server/kubernetes', 'server/estimate'],
  'server/simulator': ['server/kubernetes', 'server/estimate', 'server/validation'],
  'server/messages': ['server/kubernetes'],
  'server/application': [
    'server/manifest',
    'server/kubernetes',
    'server/estimate',
    'server/validation',
    'server/simulator',
    'server/messages',
    'server/language',
    'server/protocol',
  ],
  'server/language': [
    'server/manifest',
    'server/kubernetes',
    'server/estimate',
    'server/validation',
    'server/simulator',
    'server/application',
    'server/messages',
    'schemas',
  ],
  client: ['server/protocol/requests.ts', 'server/simulator/recording/recording.ts'],
};
const entryPoints = /^server\/((connection|main|browser|cli)\.ts|cli\/)/;
const importers: Record<string, string> = { yaml: 'server/manifest' };
const home = join(__dirname, '..');

function layerOf(path: string): string | undefined {
  return Object.keys(mayImport).find((layer) => path === layer || path.startsWith(`${layer}/`));
}

/** `from '…'` of imports and exports, and `import('…')`. */
function importsOf(file: string): { specifier: string; typeOnly: boolean }[] {
  const text = readFileSync(join(home, file), 'utf8');
  const statements = [...text.matchAll(/\b(?:import|export)\s+(type\s+)?(?:[\w*{][^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g)];
  return statements.map((match) => ({ specifier: match[2] ?? match[3] ?? '', typeOnly: match[1] !== undefined }));
}

function faultsOf(file: string): string[] {
  const layer = layerOf(file);
  if (!layer || entryPoints.test(file)) return [];
  return importsOf(file).flatMap(({ specifier, typeOnly }) => {
    const complaint = `${file} imports ${specifier}`;
    if (!specifier.startsWith('.')) {
      const owner = importers[specifier];
      const forbidden = layer !== 'client' && (/^node:/.test(specifier) || specifier === 'vscode');
      return forbidden || (owner && owner !== layer) ? [complaint] : [];
    }
    const target = relative(home, join(home, dirname(file), specifier));
    const targetLayer = layerOf(target);
    if (targetLayer === layer) return [];
    const allowed = (mayImport[layer] ?? []).some((one) => target === one || target.startsWith(`${one}/`));
    const argumentTypes = layer === 'messages' && typeOnly;
    return allowed || argumentTypes ? [] : [complaint];
  });
}

function sources(folder: string): string[] {
  return readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => relative(home, join(entry.parentPath, entry.name)));
}

describe('imports run one way', () => {
  test('every layer imports only what lies beneath it', () => {
    const files = [...sources('server'), ...sources('client')];
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(faultsOf)).toEqual([]);
  });

  test('the reader of imports sees every form', () => {
    expect(importsOf('server/kubernetes/finding/finding.ts')).toContainEqual({ specifier: './field-path.ts', typeOnly: false });
    expect(importsOf('server/simulator/recording/recording.ts')).toContainEqual({ specifier: '../engine/time.ts', typeOnly: true });
  });
});
