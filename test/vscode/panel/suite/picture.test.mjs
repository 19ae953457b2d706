import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { cases } from '../cases.mjs';
import { job, panelOf } from './panel.mjs';

const words = ({ page }) => page.locator('.details').textContent();

describe('the panel draws causes', () => {
  it('a wait, a failed bar and the line of the Job explain themselves on a click, and lead to the field behind', async () => {
    const panel = await panelOf(job({ spec: 'backoffLimit: 3', command: '[sh, -c, "sleep 4; exit 3"]' }));
    const { page, said } = panel;
    const waits = page.locator('.bar.wait');
    deepStrictEqual(
      (await waits.allInnerTexts()).map((text) => /\d+s/.exec(text)?.[0]),
      ['10s', '20s', '40s'],
    );
    await waits.nth(1).click();
    match(await words(panel), /Back-off of 20s[\s\S]*Exit code 3/);
    await page.getByRole('button', { name: 'Show backoffLimit' }).click();
    deepStrictEqual((await said('reveal-field')).at(-1)?.path, ['spec', 'backoffLimit']);
    await page.locator('.own-line .bar').first().click();
    match(await words(panel), /4 failures, 3 allowed/);
    await page.locator('.lanes .bar.failed').click();
    match(await words(panel), /Exit code 3/);
  });

  it('in bars and waits too short for all of it a part is seen whole, or not at all', async () => {
    for (const width of [360, 760]) {
      const { page } = await panelOf(cases['back-off'].text, { width });
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const parts = await page.locator('.bar .part').evaluateAll((all) =>
        all.map((part) => {
          const [own, bar] = [part.getBoundingClientRect(), part.closest('.bar').getBoundingClientRect()];
          const isSeen = own.top < (bar.top + bar.bottom) / 2;
          return { text: part.textContent, isSeen, isWhole: own.left >= bar.left && own.right <= bar.right };
        }),
      );
      deepStrictEqual(
        parts.filter(({ isSeen, isWhole }) => isSeen && !isWhole),
        [],
      );
      ok(parts.some(({ text, isSeen }) => isSeen && text === '40s') && parts.some(({ isSeen }) => !isSeen));
    }
  });

  it('deadline and time to live are lines that explain themselves', async () => {
    const late = await panelOf(job({ spec: 'activeDeadlineSeconds: 12' }));
    await late.page.locator('.limit.deadline button').click();
    match(await words(late), /activeDeadlineSeconds|deadline/i);
    const gone = await panelOf(cases.ttl.text);
    await gone.page.locator('.limit.ttl button').click();
    match(await words(gone), /ttlSecondsAfterFinished is over/);
  });

  it('a Job that its time to live removed ends as it ended: a tick, and its pods in the last output', async () => {
    const { page } = await panelOf(job({ spec: 'ttlSecondsAfterFinished: 86400' }));
    strictEqual(await page.locator('.outcome .sign.succeeded').count(), 1);
    match(await page.locator('.outcome').textContent(), /^Complete after/);
    await page.getByRole('tab', { name: 'Events' }).click();
    await eventually(async () => match(await page.locator('.output').textContent(), /Completed/));
  });

  it('what somebody does stands above the lines, done or refused with the reason', async () => {
    const panel = await panelOf(cases.suspended.text, cases.suspended);
    const { page } = panel;
    strictEqual(await page.locator('.mark').count(), 3);
    await page.locator('.mark.refused').click();
    match(await words(panel), /completions cannot be changed/);
    strictEqual(await page.locator('.own-line .bar.suspended').count(), 1);
  });

  it('of two edits at one second the one that is refused is marked', async () => {
    const scenario =
      'run: {for: 20}\nactions:\n  - {at: 5, patch: {spec: {parallelism: 2}}}\n  - {at: 5, patch: {spec: {completions: 9}}}\n';
    const { page } = await panelOf(job({ spec: 'completions: 3' }), { scenario });
    deepStrictEqual(await page.locator('.mark').allInnerTexts(), ['set spec.parallelism=2', 'Refused: set spec.completions=9']);
    strictEqual(await page.locator('.mark.refused').count(), 1);
  });

  it('what a quota refuses is told once until a pod is created, in the words of the API server', async () => {
    const { page, ...panel } = await panelOf(cases.quota.text, cases.quota);
    await page.locator('.mark.pods-refused').click();
    match(await words({ page, ...panel }), /exceeded quota: team, requested: pods=1, used: pods=3, limited: pods=3/);
    strictEqual(await page.locator('.reasons li').filter({ hasText: 'refuses a pod' }).count(), 2);
  });

  it('the field under the caret shows what it decides', async () => {
    const { page, post } = await panelOf(cases['back-off'].text);
    const style = () =>
      page
        .locator('.bar.wait')
        .first()
        .evaluate((one) => getComputedStyle(one).outlineStyle);
    strictEqual(await style(), 'none');
    await post({ type: 'caret', path: ['spec', 'backoffLimit'] });
    await eventually(async () => strictEqual(await style(), 'solid'));
    await post({ type: 'caret' });
    await eventually(async () => strictEqual(await style(), 'none'));
  });

  it('axis, Job, pods and overview stand on one track', async () => {
    const { page } = await panelOf(cases.indexed.text, cases.indexed);
    const edges = await page.evaluate(() =>
      ['.strip', '.times', '.own-line .bars', '.lanes .lane .bars', '.track'].map((one) => {
        const { left, right } = document.querySelector(one).getBoundingClientRect();
        return `${left} ${right}`;
      }),
    );
    strictEqual(new Set(edges).size, 1, edges.join(', '));
    ok(edges[0] !== undefined);
  });
});
