// Prints how long the editor itself says that activating the extension takes, which is what "Developer: Show Running Extensions"
// shows; as often as the argument says. The least counts: on a busy machine other extensions are in between. Needs dist/.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calm } from './calm.mjs';
import { here, install } from './install.mjs';

install();
const { openWorkbench } = await import('./workbench.mjs');
const home = join(here, '../..');
const times = Number(process.argv[2] ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'kubejob-activation-'));
try {
  const folder = join(scratch, 'examples');
  cpSync(join(home, 'examples'), folder, { recursive: true });
  for (let i = 0; i < times; i++) {
    const workbench = await openWorkbench({ extension: home, folder, settings: calm });
    try {
      console.log(await activation(workbench.page));
    } finally {
      await workbench.close();
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Opens a manifest as a user does, and reads what the editor says of our extension. */
async function activation(page) {
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
  await choose(page, 'Control+p', 'fixed-count.yaml', 'fixed-count.yaml');
  await page.waitForSelector('.codelens-decoration', { timeout: 60_000 });
  await choose(page, 'F1', 'Developer: Show Running Extensions', 'Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: /kubejob/i });
  await row.waitFor({ timeout: 60_000 });
  return ((await row.textContent()) ?? '').replace(/\s+/g, ' ');
}

async function choose(page, key, text, row) {
  await page.keyboard.press(key);
  await page.waitForSelector('.quick-input-widget:visible input');
  await page.keyboard.type(text, { delay: 15 });
  const found = page.locator('.quick-input-widget .monaco-list-row', { hasText: row }).first();
  await found.waitFor();
  await found.click();
  await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
}
