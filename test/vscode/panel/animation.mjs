// A film of the panel: the playhead moves, a pod is made to fail, and a slider answers what if. Written as animated PNG.
import { writeFileSync } from 'node:fs';
import { openBrowser } from '../browser.mjs';
import { animatedPng } from './animated-png.mjs';
import { cases } from './cases.mjs';
import { panelPages, simulator } from './panel-page.mjs';

const size = { width: 860, height: 740 };

/** Writes it to `path`, and gives back how many frames it has. */
export async function filmPanel(path) {
  const simulated = await simulator();
  const browser = await openBrowser();
  try {
    const panel = await (await panelPages(browser))({ ...size, reducedMotion: 'reduce' });
    const frames = [];
    const take = async (milliseconds) => {
      await panel.page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null);
      await panel.page.waitForTimeout(150);
      frames.push({ milliseconds, png: await panel.page.screenshot() });
    };
    await panel.live(simulated, cases['what-if'].text, { name: 'index-documents.yaml' });
    await panel.page.waitForFunction(() => /%/.test(document.querySelector('.likely summary')?.textContent ?? ''));
    await play(panel.page, take);
    writeFileSync(path, animatedPng(frames));
    return frames.length;
  } finally {
    await browser.close();
  }
}

async function play(page, take) {
  await take(1200);
  for (let second = 4; second <= 28; second += 4) {
    await page.locator('#moment').fill(`${second}`);
    await take(160);
  }
  const bar = page.locator('.lanes .lane').nth(1).locator('.bar.running').first();
  await bar.click({ button: 'right', position: { x: 60, y: 8 } });
  await page.getByRole('menuitem').first().hover();
  await take(1100);
  await page.getByRole('menuitem').first().click();
  await take(2000);
  for (let presses = 0; presses < 3; presses++) {
    await page.locator('[data-control="runTime"]').evaluate((one) => one.focus({ preventScroll: true }));
    await page.keyboard.press('ArrowRight');
    await take(600);
  }
  await take(2000);
}
