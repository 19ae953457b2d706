// Makes every bundle in dist/: the extension for desktop and web, the server for both, the simulation panel, the command line, the library.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { billOfMaterials } from './bill-of-materials.mjs';
import { bundledPackages } from './bundled-packages.mjs';
import { buildWithCore } from './core.mjs';
import { generate } from './generate.mjs';
import { thirdPartyNotices } from './licenses.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: home,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  outdir: 'dist',
};
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  // Modules that ask where they are get the bundle's own place.
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};
/** What is imported when it is needed is a bundle beside the one that imports it. */
const loadedLater = (source, bundle) => ({
  name: `later-${bundle}`,
  setup: ({ onResolve }) =>
    onResolve({ filter: source }, ({ kind }) => (kind === 'dynamic-import' ? { path: `./${bundle}`, external: true } : undefined)),
});
/** What Node has is imported, also by packages that require it: so a part of the command line runs in a browser, where it uses nothing of Node. */
const importedBuiltins = {
  name: 'imported-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'imported-builtins' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'imported-builtins' }, ({ path }) => ({
      contents: `export * from '${path}'; export { default } from '${path}';`,
    }));
  },
};
/** The finder of files looks around itself for a package of patterns that it is never asked to use: nothing is loaded from where we happen to lie. */
const aloneInItsPackage = {
  name: 'alone-in-its-package',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^module$/ }, ({ importer }) =>
      /[\\/]fdir[\\/]/.test(importer) ? { path: 'module', namespace: 'alone-in-its-package' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'alone-in-its-package' }, () => ({
      contents: "export const createRequire = () => ({ resolve() { throw new Error('not looked for'); } });",
    }));
  },
};
/**
 * The command line and the library, in parts that they share: of the command line only what a command needs is loaded, so that each
 * starts as fast as it can, and of the library a bundler takes what is used.
 */
const parts = {
  ...node,
  // Packages are taken as they are for any platform.
  platform: 'neutral',
  external: builtinModules.flatMap((name) => [name, `node:${name}`]),
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'part-[hash]',
  define: {},
  banner: {},
  plugins: [loadedLater(/\/main\.ts$/, 'server.js'), importedBuiltins, aloneInItsPackage],
};
/** Of the extension only what registers it is read when the editor starts it. */
const extension = {
  ...node,
  plugins: [loadedLater(/\/language-client\.ts$/, 'language-client.js'), loadedLater(/\/kubectl-text\.ts$/, 'kubectl-text.js')],
  // The editor gives its own module to what is required, not to what is imported.
  supported: { 'dynamic-import': false },
};
const web = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  {
    ...node,
    entryPoints: {
      'language-client': 'client/server/language-client.ts',
      'kubectl-text': 'client/panel/outputs/kubectl-text.ts',
    },
  },
  { ...extension, entryPoints: { extension: 'client/extension.ts' } },
  {
    ...parts,
    entryPoints: {
      'cli-program': 'server/cli.ts',
      'cli-judging-worker': 'server/cli/judge/judging-worker.ts',
      library: 'server/library.ts',
      'library-parse': 'server/library/parse.ts',
      'library-at': 'server/library/at.ts',
    },
  },
  { ...web, format: 'cjs', external: ['vscode'], entryPoints: { 'extension.browser': 'client/browser.ts' } },
  { ...web, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact', entryPoints: { panel: 'client/panel/main.tsx' } },
];

/** The server's programs, which share one core with the browser's server. */
const server = {
  ...{ home, entry: 'server/browser.ts', web, node },
  programs: { server: 'server/main.ts', 'simulation-worker': 'server/simulation-worker.ts' },
};

await generate();
rmSync(join(home, 'dist'), { recursive: true, force: true });
mkdirSync(join(home, 'dist'));
// Newer versions of Node keep what they compiled, so that the next run starts in half the time.
writeFileSync(
  join(home, 'dist/cli.js'),
  "#!/usr/bin/env node\nrequire('node:module').enableCompileCache?.();\nimport('./cli-program.mjs');\n",
);
chmodSync(join(home, 'dist/cli.js'), 0o755);
// The types of the library are one file that imports nothing.
copyFileSync(join(home, 'server/library/api.ts'), join(home, 'dist/library.d.mts'));
const present = bundles
  .map((bundle) => ({
    ...bundle,
    entryPoints: Object.fromEntries(Object.entries(bundle.entryPoints).filter(([, path]) => existsSync(join(home, path)))),
  }))
  .filter(({ entryPoints }) => Object.keys(entryPoints).length);
if (watch) {
  console.log('building dist/ …');
  // Each whole, as what they share changes.
  const apart = [
    { ...node, entryPoints: server.programs },
    { ...web, format: 'iife', footer: { js: 'core.serveHere();' }, globalName: 'core', entryPoints: { core: server.entry } },
  ];
  for (const bundle of [...present, ...apart]) {
    const made = await context(bundle);
    // Its faults are printed, and mended with the next change.
    await made.rebuild().catch(() => undefined);
    await made.watch();
  }
  console.log('dist/ is built, and built anew with every change.');
} else {
  const [ofServer, ...others] = await Promise.all([buildWithCore(server), ...present.map((bundle) => build(bundle))]);
  const built = [...ofServer, ...others];
  const packages = bundledPackages(
    home,
    built.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  );
  const product = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  writeFileSync(join(home, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
  writeFileSync(join(home, 'dist/sbom.cdx.json'), billOfMaterials(product, packages));
}
