// Makes dist/playground/index.html, one file that works wherever it lies, and kubejob-timeline.js, an element for pages of others.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundledPackages } from '../build/bundled-packages.mjs';
import { generate } from '../build/generate.mjs';
import { importBundled } from '../build/import-bundled.mjs';
import { thirdPartyNotices } from '../build/licenses.mjs';
import { installMonaco } from './install.mjs';
import { stories } from './stories/stories.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, '..');
export const playground = join(home, 'dist/playground');

const common = {
  absWorkingDir: home,
  bundle: true,
  minify: true,
  write: false,
  outdir: 'out',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.ttf': 'dataurl' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** Script and style of an entry point, as texts, the files that went into it, and how many bytes of them are not Monaco's; `define` names what it finds as a constant. */
async function bundled(entry, define = {}) {
  const { outputFiles, metafile } = await build({ ...common, metafile: true, define, entryPoints: [entry] });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const written = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const ours = written.filter(([path]) => !path.startsWith('playground/node_modules/'));
  return {
    script: inElement(text('.js')),
    style: text('.css'),
    inputs: Object.keys(metafile.inputs),
    ours: ours.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0),
  };
}

/** Within a script element its own end must not be written. */
const inElement = (script) => script.replaceAll('</script', '<\\/script').trim();
const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const compressed = (text) => gzipSync(text, { level: 9 }).length;

/** Builds both files; gives their sizes in bytes, compressed: the page without Monaco, the whole page, and the element. */
export async function buildPlayground() {
  installMonaco();
  await generate();
  const frameHost = readFileSync(join(here, 'panel/frame-host.js'), 'utf8');
  const [main, worker, server, page] = [
    await bundled('playground/page/main.ts'),
    await bundled('playground/node_modules/monaco-editor/esm/vs/editor/editor.worker.js'),
    await bundled('playground/server/start.ts'),
    await bundled('client/panel/main.tsx'),
  ];
  const panel = inElement(`${frameHost}${page.script}`);
  const { kubernetesVersions } = await importBundled("export { kubernetesVersions } from './server/kubernetes/versions.ts';");
  const parts = {
    server: server.script,
    panel,
    'panel-style': page.style,
    korean: readFileSync(join(home, 'client/words/korean.json'), 'utf8'),
    stories: JSON.stringify(stories(home)),
    docs: JSON.stringify(docs()),
    notices: noticesOf([main, worker, server, page]),
    'monaco-worker': worker.script,
    'monaco-korean': await koreanOfMonaco(),
  };
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(main.script)} ${sha256(panel)}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const filled = {
    policy,
    style: main.style,
    script: main.script,
    icon: `data:image/png;base64,${readFileSync(join(home, 'media/icon.png')).toString('base64')}`,
    versions: kubernetesVersions
      .toReversed()
      .map((version) => `<option>${version}</option>`)
      .join(''),
    parts: Object.entries(parts)
      .map(([id, text]) => `<script type="text/plain" id="part-${id}">${inElement(text)}</script>`)
      .join('\n'),
  };
  const brought = { server: parts.server, panel, style: page.style, korean: JSON.parse(parts.korean) };
  const element = await bundled('playground/element/kubejob-timeline.ts', { parts: JSON.stringify(brought) });
  const template = readFileSync(join(here, 'page/index.html'), 'utf8');
  rmSync(playground, { recursive: true, force: true });
  mkdirSync(playground, { recursive: true });
  const whole = template.replace(/\{\{(\w+)\}\}/g, (_, name) => filled[name]);
  writeFileSync(join(playground, 'index.html'), whole);
  const notices = noticesOf([server, page, element]).replaceAll('*/', '* /');
  writeFileSync(join(playground, 'kubejob-timeline.js'), `/*!\n${inElement(notices)}*/\n${element.script}`);
  // Within one bundle what is ours cannot be compressed by itself: of the page's own script all bytes are counted.
  const ours = ['server', 'panel', 'panel-style', 'korean', 'stories', 'docs', 'notices'].reduce(
    (sum, id) => sum + compressed(parts[id]),
    main.ours,
  );
  return { ours, whole: compressed(whole), element: compressed(element.script) };
}

/** What the authors of what stands in some bundles want to be told with them. */
function noticesOf(bundles) {
  return thirdPartyNotices(
    bundledPackages(
      home,
      bundles.flatMap(({ inputs }) => inputs),
    ),
  );
}

/** The pages for readers, by their paths. */
function docs() {
  const pages = readdirSync(join(home, 'docs'), { recursive: true }).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(
    pages.sort().map((name) => [`docs/${name.replaceAll('\\', '/')}`, readFileSync(join(home, 'docs', name), 'utf8')]),
  );
}

/** Its words as JSON; the file sets them as a global. */
async function koreanOfMonaco() {
  const text = readFileSync(join(here, 'node_modules/monaco-editor/esm/vs/nls/lang/ko.js'), 'utf8');
  return /_VSCODE_NLS_MESSAGES\s*=\s*(\[[\s\S]*\])/.exec(text)?.[1] ?? '[]';
}
