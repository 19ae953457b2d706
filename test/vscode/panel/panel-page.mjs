// The page of the panel in a browser of its own, without an editor around it: as fast to open as to look at.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { importBundled } from '../../../build/import-bundled.mjs';
import { themes } from './themes.mjs';

const home = fileURLToPath(new URL('../../..', import.meta.url));
const address = 'http://panel.test';

/** What stands in for the editor: it takes what the page says, and keeps what it stores. */
const host = `
const stored = sessionStorage.getItem('kept');
let kept = stored === null ? undefined : JSON.parse(stored);
globalThis.said = [];
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => said.push(message),
  getState: () => kept,
  setState: (state) => sessionStorage.setItem('kept', JSON.stringify((kept = state))),
});`;

/** What the server answers of a manifest, in the language. */
export async function simulator() {
  const { simulateHere, readSettings, nothingKnown } = await importBundled(`
    export { simulateHere } from './server/protocol/simulation/simulation-runner.ts';
    export { readSettings } from './server/application/settings/settings.ts';
    export { nothingKnown } from './server/application/facts/known-facts.ts';`);
  return (text, { language = 'en', scenario, name = 'manifest.yaml' } = {}) => {
    const uri = `file:///${name}`;
    const params = { uri, document: 0, ...(scenario === undefined ? {} : { scenario: { file: `${uri}.scenario.yaml`, text: scenario } }) };
    const settings = readSettings({ language }, 'en');
    const result = simulateHere({ text, settings, params, partial: false, facts: nothingKnown }, () => false);
    const target = { uri, document: 0, kind: result.kind ?? 'Job', name: result.name ?? null };
    return {
      status: 'shown',
      target,
      files: [name, ...(scenario === undefined ? [] : [name.replace(/\.yaml$/, '.scenario.yaml')])],
      result,
    };
  };
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
  return async ({ theme = 'dark', language = 'en', width = 720, height = 900 } = {}) => {
    const page = await browser.newPage({ viewport: { width, height } });
    const files = {
      '/': ['text/html', html(theme)],
      '/host.js': ['text/javascript', host],
      '/panel.js': ['text/javascript', script],
      '/panel.css': ['text/css', style],
      '/theme.css': ['text/css', themeStyle(theme)],
    };
    await page.route(`${address}/**`, (route) => {
      const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
      return route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
    });
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${address}/`);
    const texts = language === 'ko' ? korean : {};
    return {
      page,
      faults,
      post: (message) => page.evaluate((json) => window.postMessage(JSON.parse(json), '*'), JSON.stringify(message)),
      /** Resolves when the page shows it, `words` among it. */
      async show(answer, words = '') {
        await this.post({ type: 'answer', answer, texts, language });
        const isShown = (wanted) =>
          document.querySelector('header h1') !== null && document.querySelector('header').textContent.includes(wanted);
        await page.waitForFunction(isShown, words);
      },
    };
  };
}

function html(theme) {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${address}; style-src ${address};">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/panel.css"><title>Kubejob</title></head>
<body class="${kindOf(theme)}"><script src="/host.js"></script><script src="/panel.js"></script></body></html>`;
}

function kindOf(theme) {
  return { light: 'vscode-light', dark: 'vscode-dark', contrast: 'vscode-high-contrast', 'contrast-light': 'vscode-high-contrast-light' }[
    theme
  ];
}

function themeStyle(theme) {
  const colours = Object.entries(themes[theme]).map(([name, value]) => `--vscode-${name}: ${value};`);
  const fonts = `--vscode-font-family: system-ui, 'Ubuntu', 'Droid Sans', sans-serif; --vscode-font-size: 13px;
    --vscode-editor-font-family: 'DejaVu Sans Mono', monospace; --vscode-editor-font-size: 12px;`;
  return `:root { ${colours.join(' ')} ${fonts} color-scheme: ${theme.includes('light') ? 'light' : 'dark'}; }`;
}
