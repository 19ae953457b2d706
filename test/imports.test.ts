import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Layer {
  readonly files: RegExp;
  /** What its files may import besides themselves and each other: layers by name, and packages. */
  readonly imports: readonly string[];
  /** Layers that they may import the types of alone. */
  readonly types?: readonly string[];
  /** Single files whose values they may import as well. */
  readonly values?: readonly string[];
  /** Only these may touch Node's own modules, or the editor's. */
  readonly touches?: 'node' | 'vscode';
}

const core = [
  'plain',
  'unicode',
  'manifest',
  'kubernetes',
  'estimate',
  'validation',
  'admission',
  'simulator',
  'run',
  'charts',
  'cluster',
  'texts',
  'messages',
];
/** What both sides of the protocol have to know alike, as values. They import nothing but types and each other. */
const shared = [
  'server/kubernetes/versions.ts',
  'server/kubernetes/version-range.ts',
  'server/application/settings/setting-list.ts',
  'server/application/scenario/scenario-name.ts',
  'server/application/configuration/configuration-name.ts',
  'server/application/expectations/test-name.ts',
  'server/protocol/requests.ts',
  'server/protocol/builds/build-requests.ts',
  'server/protocol/charts/chart-requests.ts',
  'server/protocol/overlays/overlay-requests.ts',
  'server/protocol/cluster/cluster-requests.ts',
  'server/cluster/questions.ts',
  'server/manifest/bytes/text-of-bytes.ts',
  'server/manifest/bytes/saved-as-utf-8.ts',
  'server/manifest/bytes/wide-text.ts',
];
/** What the columns of a run are read with: its times, and the numbers in which statuses stand. */
const timesAndStatuses = ['server/simulator/engine/clock.ts', 'server/simulator/watch/pod-status-numbers.ts'];
const protocolTypes = ['vscode-languageserver-types', 'vscode-languageserver-textdocument'];

/** Every file of the tree belongs to the first of these whose pattern it matches; what matches none is a fault. */
const layers: Readonly<Record<string, Layer>> = {
  plain: { files: /^server\/plain\//, imports: [] },
  /** Facts of Unicode. */
  unicode: { files: /^server\/unicode\//, imports: [] },
  manifest: { files: /^server\/manifest\//, imports: ['plain', 'unicode', 'yaml', ...protocolTypes] },
  kubernetes: { files: /^server\/kubernetes\//, imports: ['plain', 'unicode', 'fastest-levenshtein'] },
  estimate: { files: /^server\/estimate\//, imports: ['plain', 'kubernetes'] },
  validation: { files: /^server\/validation\//, imports: ['plain', 'unicode', 'kubernetes', 'estimate'] },
  admission: { files: /^server\/admission\//, imports: ['plain', 'kubernetes'] },
  /** A run as a value, and what kubectl prints of it: the page needs both. */
  run: { files: /^server\/simulator\/(run|kubectl|timeline)\//, imports: ['plain', 'unicode', 'kubernetes', 'simulator'] },
  simulator: { files: /^server\/simulator\//, imports: ['run', 'plain', 'kubernetes', 'estimate', 'validation', 'admission'] },
  charts: { files: /^server\/charts\//, imports: ['plain', 'manifest'] },
  cluster: { files: /^server\/cluster\//, imports: [] },
  /** The texts alone: what is found in any room is a code of theirs, so all of the server may import their types. */
  texts: { files: /^server\/messages\/(en|ko|table)\//, imports: [], types: ['kubernetes'] },
  messages: { files: /^server\/messages\//, imports: ['plain', 'unicode', 'texts', 'validation'] },
  application: { files: /^server\/application\//, imports: [...core, 'ignore', ...protocolTypes] },
  language: { files: /^server\/language\//, imports: [...core, 'application', 'schemas', ...protocolTypes] },
  /** What other programs import. */
  library: { files: /^server\/library\//, imports: [...core, 'application', 'language', ...protocolTypes] },
  agent: {
    files: /^server\/agent\//,
    imports: [...core, 'application', 'language', 'library', 'package', ...protocolTypes],
  },
  files: {
    files: /^server\/files\//,
    imports: ['plain', 'unicode', 'manifest', 'charts', 'cluster', 'tinyglobby', 'ignore'],
    touches: 'node',
  },
  protocol: {
    files: /^server\/protocol\//,
    imports: [...core, 'application', 'language', 'agent', 'schemas', 'package', 'vscode-languageserver', ...protocolTypes],
  },
  'command line': {
    files: /^server\/cli\//,
    imports: [
      ...core,
      'application',
      'language',
      'agent',
      'files',
      'package',
      'commander',
      'picocolors',
      'get-east-asian-width',
      'diff',
      ...protocolTypes,
    ],
    touches: 'node',
  },
  'entry points': {
    files: /^server\/[^/]+\.ts$/,
    imports: [...core, 'application', 'language', 'library', 'files', 'protocol', 'command line', 'vscode-languageserver'],
    touches: 'node',
  },
  panel: {
    files: /^client\/panel\//,
    imports: ['run', 'plain', 'preact', '@vscode/l10n', 'd3-scale'],
    types: ['protocol', 'simulator'],
    values: timesAndStatuses,
  },
  client: {
    files: /^client\//,
    imports: ['panel', 'vscode-languageclient', '@vscode/l10n'],
    types: ['protocol'],
    values: shared,
    touches: 'vscode',
  },
  /** One page of the editor's own parts: it starts the server of browsers, and shows the panel in a frame. */
  playground: {
    files: /^playground\//,
    imports: ['panel', 'client', 'entry points', 'monaco-editor'],
    types: ['protocol'],
    values: shared,
  },
  schemas: { files: /^schemas\//, imports: [] },
  package: { files: /^package\.json$/, imports: [] },
};

const home = join(import.meta.dirname, '..');
const layerOf = (path: string) => Object.keys(layers).find((name) => layers[name]?.files.test(path));

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** `from '…'` of imports and exports, and `import('…')`. Types alone are imported by `import type` or when each name says `type`. */
function importsOf(text: string): readonly Import[] {
  const statements = text.matchAll(
    /\b(?:import|export)\s+(type\s+)?(?:([\w*{][^;'"]*?)\sfrom\s+)?'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/g,
  );
  return [...statements].map(([, type, names = '', from, called]) => ({
    specifier: from ?? called ?? '',
    typeOnly: type !== undefined || (/^\{\s*type\s/.test(names) && names.split(',').every((name) => /^[{\s]*(type\s|\}?\s*$)/.test(name))),
  }));
}

const target = (file: string, specifier: string) => relative(home, join(home, dirname(file), specifier)).replaceAll('\\', '/');
const packageOf = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** What one import breaks; undefined where nothing. */
function faultOf(file: string, { specifier, typeOnly }: Import): string | undefined {
  const name = layerOf(file);
  const layer = name === undefined ? undefined : layers[name];
  if (!layer) return `${file} has no layer`;
  const complaint = `${file} imports ${specifier}`;
  if (/^node:/.test(specifier)) return layer.touches === 'node' || layer.touches === 'vscode' ? undefined : complaint;
  if (specifier === 'vscode') return layer.touches === 'vscode' ? undefined : complaint;
  // A package is named, or reached where it lies.
  const named = specifier.startsWith('.') ? specifier.split('/node_modules/')[1] : specifier;
  if (named !== undefined) return layer.imports.includes(packageOf(named)) ? undefined : complaint;
  if (layer.values?.includes(target(file, specifier))) return undefined;
  const imported = layerOf(target(file, specifier));
  if (imported === undefined) return `${complaint}, which has no layer`;
  if (imported === name || layer.imports.includes(imported)) return undefined;
  const saysTexts = imported === 'texts' && file.startsWith('server/');
  if (!layer.types?.includes(imported) && !saysTexts) return complaint;
  return typeOnly ? undefined : `${complaint} for more than its types`;
}

const sources = (folder: string) =>
  readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/generated|node_modules/.test(entry.parentPath))
    .map((entry) => relative(home, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const files = [...sources('server'), ...sources('client'), ...sources('playground')];
const imports = new Map(files.map((file) => [file, importsOf(readFileSync(join(home, file), 'utf8'))]));

/** Each pair of an importing file and an imported one. */
const arrows = [...imports].flatMap(([file, found]) =>
  found.filter(({ specifier }) => specifier.startsWith('.')).map(({ specifier }) => [file, target(file, specifier)] as const),
);

describe('imports run one way', () => {
  test('every file has a layer, and imports only what its layer may', () => {
    expect(files.length).toBeGreaterThan(300);
    const faults = [...imports].flatMap(([file, found]) =>
      layerOf(file) === undefined ? [`${file} has no layer`] : found.flatMap((one) => faultOf(file, one) ?? []),
    );
    expect(faults).toEqual([]);
  });

  test('no two folders import each other', () => {
    const between = new Set(arrows.map(([from, to]) => `${dirname(from)} > ${dirname(to)}`));
    const twoWay = [...between].filter((pair) => {
      const [from, to] = pair.split(' > ');
      return from !== to && between.has(`${to} > ${from}`);
    });
    expect(twoWay).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(circleIn(new Map(files.map((file) => [file, arrows.filter(([from]) => from === file).map(([, to]) => to)])))).toEqual([]);
  });

  test('what client and server share imports nothing else', () => {
    const others = shared.flatMap((file) =>
      (imports.get(file) ?? [])
        .filter(({ specifier, typeOnly }) => !typeOnly && !shared.includes(target(file, specifier)))
        .map(({ specifier }) => `${file} ${specifier}`),
    );
    expect(shared.filter((file) => !files.includes(file))).toEqual([]);
    expect(others).toEqual([]);
  });

  test('the page gets no more of the server than shows a run', () => {
    const reached = reachedByValues(files.filter((file) => layerOf(file) === 'panel')).filter((file) => file.startsWith('server/'));
    const rooms =
      /^server\/(simulator\/(run|kubectl|timeline|versions|watch|objects|engine|scenario)|kubernetes\/(versions|once-per-version|kinds|creation|defaults|names|values)|plain|unicode)\b/;
    expect(reached).toContain('server/simulator/run/at.ts');
    expect(reached.filter((file) => !rooms.test(file))).toEqual([]);
  });

  test("one file starts programs: the command line reaches it, and Node's language server for charts and overlays; neither the browser's nor the editor", () => {
    const starts = [...imports].flatMap(([file, found]) =>
      found.some(({ specifier }) => /(^|:)child_process$/.test(specifier)) ? [file] : [],
    );
    expect(starts).toEqual(['server/files/run-tool.ts']);
    const served = reachedByValues([
      'server/browser.ts',
      'server/protocol/connection.ts',
      ...files.filter((file) => file.startsWith('client/')),
    ]);
    expect(served).toContain('server/protocol/builds/follow-builds.ts');
    expect(served).not.toContain('server/files/run-tool.ts');
    expect(reachedByValues(['server/cli/explain.ts', 'server/cli/mcp.ts'])).not.toContain('server/files/run-tool.ts');
  });

  test('nothing connects anywhere', () => {
    const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)\b/;
    expect([...imports].filter(([, found]) => found.some(({ specifier }) => network.test(specifier))).map(([file]) => file)).toEqual([]);
    const calls = /\bfetch\(\s*[^)\s]|\bnew (?:WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection)\b|\bsendBeacon\b/;
    expect(files.filter((file) => calls.test(readFileSync(join(home, file), 'utf8')))).toEqual([]);
  });

  test('plain values stay a small ground', () => {
    const plain = sources('server/plain');
    const lines = plain.map((file) => readFileSync(join(home, file), 'utf8').split('\n').length);
    expect(plain.flatMap((file) => imports.get(file) ?? []).filter(({ specifier }) => !specifier.startsWith('./'))).toEqual([]);
    expect(lines.reduce((sum, count) => sum + count)).toBeLessThan(200);
  });
});

/** The files whose code comes along with these, themselves included. */
function reachedByValues(from: readonly string[]): readonly string[] {
  const reached = new Set(from);
  for (const file of reached) {
    for (const { specifier, typeOnly } of imports.get(file) ?? []) {
      if (!typeOnly && specifier.startsWith('.')) reached.add(target(file, specifier));
    }
  }
  return [...reached];
}

/** The files of one circle; none where there is no circle. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const search = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return way.slice(way.indexOf(file));
    if (done.has(file)) return [];
    const found = (graph.get(file) ?? []).map((next) => search(next, [...way, file])).find((circle) => circle.length > 0);
    done.add(file);
    return found ?? [];
  };
  return [...graph.keys()].map((file) => search(file, [])).find((circle) => circle.length > 0) ?? [];
}

describe('the checks see what they are to see', () => {
  test.each([
    ["import { a } from './x.ts';", './x.ts', false],
    ["import type { A } from './x.ts';", './x.ts', true],
    ["import { type A, type B } from './x.ts';", './x.ts', true],
    ["import { type A, b } from './x.ts';", './x.ts', false],
    ["export { a } from './x.ts';", './x.ts', false],
    ["export type { A } from './x.ts';", './x.ts', true],
    ["import './x.css';", './x.css', false],
    ["await import('./x.ts');", './x.ts', false],
  ])('%s', (text, specifier, typeOnly) => {
    expect(importsOf(text)).toEqual([{ specifier, typeOnly }]);
  });

  test.each([
    ['client/simulation/target.ts', '../../server/protocol/capabilities.ts', false, 'for more than its types'],
    ['client/simulation/target.ts', '../../server/language/hover.ts', true, 'imports'],
    ['server/protocol/patch-files.ts', 'node:fs', false, 'imports node:fs'],
    ['server/validation/job/job-spec.ts', '../../simulator/simulate.ts', true, 'imports'],
    ['server/validation/job/job-spec.ts', '../../messages/en/index.ts', false, 'for more than its types'],
    ['server/validation/job/job-spec.ts', '../../messages/render.ts', true, 'imports'],
    ['server/kubernetes/versions.ts', 'yaml', false, 'imports yaml'],
    ['tools/new.ts', './x.ts', false, 'has no layer'],
  ])('%s may not import %s', (file, specifier, typeOnly, fault) => {
    expect(faultOf(file, { specifier, typeOnly })).toContain(fault);
  });

  test('a circle of three', () => {
    expect(circleIn(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['a'] })))).toEqual(['a', 'b', 'c']);
  });
});
