import { match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { job, panelOf } from './panel.mjs';

const big = job({ spec: 'completions: 600\nparallelism: 300\nbackoffLimit: 100' });
const scenario = 'run: {for: {min: 10, max: 20}, exit: [{code: 1, share: 0.03}]}\n';

const part = ({ page }) => page.locator('.timeline').evaluate((one) => [Number(one.dataset.from), Number(one.dataset.to)]);

describe('a big Job is a shape', () => {
  it('its lines are grouped, unfold by click and key, and only those in sight are drawn', async () => {
    const { page } = await panelOf(big, { scenario });
    const lines = page.locator('.lanes .lane');
    strictEqual(await page.locator('.lanes .lane.place').count(), 0);
    const closed = await lines.count();
    await page.locator('.lanes .twisty').first().click();
    await eventually(async () => ok((await page.locator('.lanes .lane.place').count()) > 0));
    await page.locator('.lanes .twisty').first().click();
    await eventually(async () => strictEqual(await lines.count(), closed));
    await page.locator('.rows').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await eventually(async () => ok((await page.locator('.lanes .lane.place').count()) > 0));
    ok((await lines.count()) < 60);
  });

  it('the line of the Job stays in sight while the lanes scroll', async () => {
    const { page } = await panelOf(big, { scenario });
    const top = () => page.locator('.own-line').evaluate((one) => one.getBoundingClientRect().top);
    const before = await top();
    await page.locator('.rows').focus();
    await page.keyboard.press('End');
    await eventually(async () => ok((await page.locator('.lanes').evaluate((one) => one.scrollTop)) > 0));
    strictEqual(await top(), before);
  });

  it('filters: those that failed, those at the playhead; the next failure is a key away', async () => {
    const { page } = await panelOf(big, { scenario });
    const failed = page.getByRole('button', { name: 'Failed', exact: true });
    await failed.click();
    strictEqual(await failed.getAttribute('aria-pressed'), 'true');
    await eventually(async () => ok((await page.locator('.lanes .lane.place').count()) > 0));
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.locator('#moment').fill('1');
    await page.getByRole('button', { name: 'Running at the playhead' }).click();
    await eventually(async () => strictEqual(await page.locator('.lanes .lane').first().getAttribute('aria-setsize'), '300'));
    await page.locator('.rows').focus();
    await page.keyboard.press('n');
    await eventually(async () => match(await page.locator('.details').textContent(), /Error/));
    const first = await page.locator('#kubectl').textContent();
    await page.keyboard.press('n');
    await eventually(async () => ok((await page.locator('#kubectl').textContent()) !== first));
  });

  it('a part is chosen by drag in the overview, moved by drag, and left by key', async () => {
    const panel = await panelOf(big, { scenario });
    const { page } = panel;
    const { x, y, width } = await page.locator('.strip').boundingBox();
    const [, end] = await part(panel);
    const drag = async (from, to) => {
      await page.mouse.move(x + width * from, y + 20);
      await page.mouse.down();
      await page.mouse.move(x + width * ((from + to) / 2), y + 20);
      await page.mouse.move(x + width * to, y + 20);
      await page.mouse.up();
    };
    const near = async (from, to) =>
      eventually(async () => {
        const [left, right] = await part(panel);
        ok(Math.abs(left / end - from) < 0.02 && Math.abs(right / end - to) < 0.02, `${left / end} ${right / end}`);
      });
    await drag(0.2, 0.4);
    await near(0.2, 0.4);
    strictEqual(await page.locator('.brush').count(), 1);
    await drag(0.3, 0.6);
    await near(0.5, 0.7);
    await page.locator('.rows').focus();
    await page.keyboard.press('ArrowLeft');
    await near(0.475, 0.675);
    await page.keyboard.press('+');
    await near(0.525, 0.625);
    await page.keyboard.press('0');
    await near(0, 1);
    strictEqual(await page.locator('.brush').count(), 0);
    await page.locator('.lanes .lane').nth(2).hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await eventually(async () => ok((await part(panel))[1] < end));
  });

  it('what comes while its picture is made is received after it', async () => {
    const { page, simulated } = await panelOf(big, { scenario });
    const bigger = job({ name: 'bigger', spec: 'completions: 20000\nparallelism: 2000' });
    // Of another file, so that nothing of what was chosen before is kept.
    const answer = simulated.answerOf(bigger, { name: 'other.yaml' });
    // Both at once, as no round trip from here to the page is short enough.
    const messages = [
      { type: 'answer', answer, texts: {}, language: 'en' },
      { type: 'moment', t: 5 },
    ];
    await page.evaluate((json) => {
      for (const message of JSON.parse(json)) window.postMessage(message, '*');
    }, JSON.stringify(messages));
    await eventually(async () => match(await page.locator('header').textContent(), /bigger/));
    await eventually(async () => match(await page.locator('#kubectl').textContent(), /at 5s/));
  });
});
