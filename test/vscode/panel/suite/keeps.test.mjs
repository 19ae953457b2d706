import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { job, panelOf } from './panel.mjs';

const sample = job({ spec: 'completions: 4\nparallelism: 2' });

describe('the panel keeps what is shown', () => {
  it('while half a line is typed: dimmed, with the reason, without a tick; and goes on when it is finished', async () => {
    const { page, edit } = await panelOf(sample);
    strictEqual(await page.locator('.outcome .sign.succeeded').count(), 1);
    await edit(sample.replace('  completions: 4', '  completions: 4\n  back'));
    await eventually(async () => strictEqual(await page.locator('.page.stale .stale-line').count(), 1));
    match(await page.locator('.stale-line').textContent(), /Below is the last run/);
    strictEqual(await page.locator('.outcome .sign.succeeded').count(), 0);
    ok((await page.locator('.lanes .lane').count()) > 0);
    match(await page.locator('.stage').evaluate((one) => getComputedStyle(one).filter), /grayscale/);
    await page.locator('.stale-line button').click();
    await edit(sample.replace('completions: 4', 'completions: 5'));
    await eventually(async () => match(await page.locator('.outcome').textContent(), /5 pods/));
    strictEqual(await page.locator('.stale').count(), 0);
    strictEqual(await page.locator('.outcome .sign.succeeded').count(), 1);
  });

  it('over an edit and over a reload: playhead, zoom, tab, selection and what was changed by hand', async () => {
    const { page, edit } = await panelOf(sample);
    await page.locator('.lanes .lane').nth(1).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('tab', { name: 'Events' }).click();
    await page.locator('#moment').fill('20');
    await page.locator('[data-control="failureRate"]').press('ArrowRight');
    const shown = () =>
      page.evaluate(() => ({
        at: document.querySelector('#kubectl').textContent,
        part: document.querySelector('.zoom [role="status"]').textContent,
        tab: document.querySelector('[role="tab"][aria-selected="true"]').textContent,
        chosen: document.querySelector('.lanes [aria-selected="true"]').getAttribute('aria-posinset'),
        changes: [...document.querySelectorAll('.edits li')].map((one) => one.textContent),
      }));
    const before = await shown();
    strictEqual(before.at, 'What kubectl prints at 20s');
    deepStrictEqual([before.tab, before.chosen, before.changes.length], ['Events', '2', 1]);
    await edit(sample.replace('20', '21'));
    await eventually(async () => match(await page.locator('.assumptions').textContent(), /21 s/));
    deepStrictEqual(await shown(), before);
    await page.reload();
    await eventually(async () => deepStrictEqual(await shown(), before));
  });

  it('nothing of a manifest becomes part of the page', async () => {
    const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script>`;
    const { page } = await panelOf(job({ command: JSON.stringify(['sh', '-c', `echo '${hostile}'; exit 3`]) }), {
      name: `${hostile.replaceAll('/', '')}.yaml`,
    });
    await page.getByRole('tab', { name: 'Describe', exact: true }).click();
    await eventually(async () => ok((await page.locator('body').textContent()).includes('<img src=x onerror=alert(1)>')));
    strictEqual(await page.locator('img, body script:not([src])').count(), 0);
  });

  it('says that an object is simulated only after a moment, and without motion where none is wanted', async () => {
    const { page, post } = await panelOf(sample, { reducedMotion: 'reduce' });
    await post({ type: 'changed' });
    await page.locator('[role="progressbar"]').waitFor({ state: 'visible' });
    strictEqual(await page.locator('[role="progressbar"]').evaluate((one) => getComputedStyle(one, '::before').animationName), 'none');
  });
});
