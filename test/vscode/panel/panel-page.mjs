// The page of the panel in a browser of its own, without an editor around it: as fast to open as to look at.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { importBundled } from '../../../build/import-bundled.mjs';
import { themes } from '../../../playground/panel/themes.mjs';

const home = fileURLToPath(new URL('../../..', import.meta.url));
const address = 'http://panel.test';

/** What stands in for the editor within the page: it takes what the page says, and keeps what it stores. */
const host = `
const stored = sessionStorage.getItem('kept');
let kept = stored === null ? undefined : JSON.parse(stored);
globalThis.said = [];
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => {
    said.push(message);
    globalThis.tellHost?.(JSON.stringify(message));
  },
  getState: () => kept,
  setState: (state) => sessionStorage.setItem('kept', JSON.stringify((kept = state))),
});`;

/** What the server answers of a manifest, and how likely each of its outcomes is, in the language. */
export async function simulator() {
  const { simulateHere, readSettings, factsFromFile, factDocuments } = await importBundled(`
    export { simulateHere } from './server/protocol/simulation/simulation-runner.ts';
    export { readSettings } from './server/application/settings/settings.ts';
    export { factsFromFile, factDocuments } from './server/application/facts/known-facts.ts';`);
  const asked = (text, { language = 'en', scenario, name = 'manifest.yaml', document = 0 }, more) => {
    const uri = `file:///${name}`;
    const ofScenario = scenario === undefined ? {} : { scenario: { file: scenarioOf(uri), text: scenario } };
    const params = { uri, document, ...ofScenario, ...more };
    const facts = factsFromFile(factDocuments(text));
    return simulateHere({ text, settings: readSettings({ language }, 'en'), params, partial: false, facts }, () => false);
  };
  return {
    answerOf(text, options = {}, more = {}) {
      const { scenario, name = 'manifest.yaml', document = 0 } = options;
      const result = asked(text, options, more);
      const target = { uri: `file:///${name}`, document, kind: result.kind ?? 'Job', name: result.name ?? null };
      return { status: 'shown', target, files: [name, ...(scenario === undefined ? [] : [scenarioOf(name)])], result };
    },
    likelihoodOf: (text, options, more) => asked(text, options, more),
  };
}

function scenarioOf(manifest) {
  return manifest.replace(/\.yaml$/, '.scenario.yaml');
}

/** The bundle as it is made for the editor. */
async function bundle() {
  const outdir = mkdtempSync(join(tmpdir(), 'kubejob-panel-'));
  try {
    await build({
      absWorkingDir: home,
      entryPoints: { panel: 'client/panel/main.tsx' },
      outdir,
      bundle: true,
      minify: true,
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'warning',
    });
    return { script: readFileSync(join(outdir, 'panel.js'), 'utf8'), style: readFileSync(join(outdir, 'panel.css'), 'utf8') };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Opens pages in a browser that is open; each has the policy that the editor's page has. */
export async function panelPages(browser) {
  const { script, style } = await bundle();
  const korean = JSON.parse(readFileSync(join(home, 'client/words/korean.json'), 'utf8'));
  return async ({ theme = 'dark', language = 'en', width = 720, height = 900, reducedMotion = 'no-preference', font } = {}) => {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion });
    const files = {
      '/': ['text/html', html(theme, font)],
      '/host.js': ['text/javascript', host],
      '/panel.js': ['text/javascript', script],
      '/panel.css': ['text/css', style],
      '/theme.css': ['text/css', themeStyle(theme, font)],
    };
    await page.route(`${address}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const [contentType, body] = files[pathname] ?? font?.file(pathname) ?? ['text/plain', ''];
      return route.fulfill({ contentType: typeof body === 'string' ? `${contentType}; charset=utf-8` : contentType, body });
    });
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    let hear = (_message) => {};
    await page.exposeFunction('tellHost', (json) => hear(JSON.parse(json)));
    await page.goto(`${address}/`);
    const texts = language === 'ko' ? korean : {};
    const post = (message) => page.evaluate((json) => window.postMessage(JSON.parse(json), '*'), JSON.stringify(message));
    return {
      page,
      faults,
      post,
      /** All that the page has told the editor of this type, since it was loaded. */
      said: (type) => page.evaluate((wanted) => globalThis.said.filter((message) => message.type === wanted), type),
      /** Resolves when the page shows it, `words` among it. */
      async show(answer, words = '') {
        await post({ type: 'answer', answer, texts, language });
        const isShown = (wanted) =>
          document.querySelector('header h1') !== null && document.querySelector('header').textContent.includes(wanted);
        await page.waitForFunction(isShown, words);
      },
      /**
       * Shows the manifest as the editor would from now on: what is changed in the page is simulated again, what is asked is
       * answered, unless nobody wants to know how likely it is, which takes a while. `edit` does what typing does.
       */
      async live({ answerOf, likelihoodOf }, manifest, { isLikelihoodKnown = true, ...options } = {}) {
        const asked = { language, ...options };
        let text = manifest;
        let more = {};
        const answer = () => post({ type: 'answer', answer: answerOf(text, asked, more), texts, language });
        hear = async (message) => {
          if (message.type === 'ready') await answer();
          if (message.type === 'likelihood' && isLikelihoodKnown)
            await post({ type: 'likelihood', result: likelihoodOf(text, asked, { ...more, failureRate: message.failureRate }) });
          if (message.type === 'what-if') more = { ...more, whatIf: message.whatIf };
          if (message.type === 'start') more = { ...more, startAt: message.startAt };
          if (message.type === 'what-if' || message.type === 'start') await answer();
        };
        await answer();
        await page.waitForSelector('header h1, .problems');
        return {
          async edit(next) {
            text = next;
            await post({ type: 'changed' });
            await answer();
          },
        };
      },
    };
  };
}

function html(theme, font) {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${address}; style-src ${address};${font ? ` font-src ${address};` : ''}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/panel.css"><title>Kubejob</title></head>
<body class="${kindOf(theme)}"><script src="/host.js"></script><script src="/panel.js"></script></body></html>`;
}

function kindOf(theme) {
  return { light: 'vscode-light', dark: 'vscode-dark', contrast: 'vscode-high-contrast', 'contrast-light': 'vscode-high-contrast-light' }[
    theme
  ];
}

function themeStyle(theme, font) {
  const colours = Object.entries(themes[theme]).map(([name, value]) => `--vscode-${name}: ${value};`);
  const fonts = `--vscode-font-family: system-ui, 'Ubuntu', ${font ? `'${font.family}', ` : ''} 'Droid Sans', sans-serif; --vscode-font-size: 13px;
    --vscode-editor-font-family: 'DejaVu Sans Mono', monospace; --vscode-editor-font-size: 12px;`;
  return `${font?.style ?? ''} :root { ${colours.join(' ')} ${fonts} color-scheme: ${theme.includes('light') ? 'light' : 'dark'}; }`;
}
