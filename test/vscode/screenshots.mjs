// npm run screenshots: pictures of what a user sees, in three themes, into test/vscode/screenshots/. Needs the bundles in
// dist/. Names of pictures as arguments take only those.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, install } from './install.mjs';

const home = join(here, '../..');
const pictures = join(here, 'screenshots');
const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast' };
const languages = ['en', 'ko'];

/** What to do before each picture is taken; `panel` waits for the simulation. */
const scenes = {
  fixes: async (user) => {
    await user.open('restart-always.yaml');
    await user.page.waitForSelector('.squiggly-error');
    await user.goTo(14, 24);
    await user.page.keyboard.press('Control+.');
    await user.page.waitForSelector('.action-widget');
  },
  hover: async (user) => {
    await user.open('fixed-count.yaml');
    await user.goTo(8, 6);
    await user.page.waitForTimeout(1500);
    await user.command('Show or Focus Hover');
    await user.page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
  },
  panel: async (user) => {
    await user.open('fixed-count.yaml');
    await user.simulate();
  },
  failing: async (user) => {
    await user.open('missing-command-never.yaml');
    await user.simulate();
  },
  restarts: async (user) => {
    await user.open('missing-command-on-failure.yaml');
    await user.simulate();
  },
  cronjob: async (user) => {
    await user.open('every-fifteen-minutes.yaml');
    await user.simulate();
  },
  refused: async (user) => {
    await user.open('restart-always.yaml');
    await user.simulate();
  },
};

install();
const { openWorkbench } = await import('./workbench.mjs');
const wanted = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
for (const language of languages)
  for (const [theme, colours] of Object.entries(themes))
    for (const [scene, play] of Object.entries(scenes)) {
      const name = `${scene}-${theme}-${language}`;
      if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
      await take(name, colours, language, play);
    }

async function take(name, theme, language, play) {
  const scratch = mkdtempSync(join(tmpdir(), 'kubejob-pictures-'));
  const folder = join(scratch, 'examples');
  cpSync(join(home, 'examples'), folder, { recursive: true });
  mkdirSync(join(folder, '.vscode'));
  const settings = { 'kubejob.language': language, 'editor.fontSize': 13, 'workbench.tips.enabled': false };
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const workbench = await openWorkbench({ extension: home, folder, size: { width: 1440, height: 900 } });
  try {
    await workbench.page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
    const user = userOf(workbench.page);
    await user.theme(theme);
    await play(user);
    await workbench.page.waitForTimeout(1500);
    await workbench.page.screenshot({ path: join(pictures, `${name}.png`) });
    console.log(name);
  } catch (error) {
    await workbench.page.screenshot({ path: join(pictures, `${name}-failed.png`) });
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a user does with keys. */
function userOf(page) {
  const pick = async (key, text, row) => {
    await page.keyboard.press(key);
    await page.waitForSelector('.quick-input-widget:visible input');
    await page.keyboard.type(text, { delay: 15 });
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: row }).first().waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  };
  return {
    page,
    open: async (file) => {
      await pick('Control+p', file, file);
      await page.waitForSelector('.monaco-editor .view-line');
      await page.waitForTimeout(2000);
    },
    goTo: (line, column) => pick('Control+g', `${line}:${column}`, `${line}`),
    command: (title) => pick('F1', title, title),
    theme: async (label) => {
      await page.waitForTimeout(6000);
      await page.keyboard.press('Control+k');
      await pick('Control+t', label, label);
    },
    simulate: async () => {
      await page.keyboard.press('Control+b');
      await pick('F1', 'Kubejob: Simulate Job', 'Simulate Job');
      const panel = page.frameLocator('iframe.webview').frameLocator('iframe');
      await panel.locator('h1').waitFor({ timeout: 20_000 });
    },
  };
}
