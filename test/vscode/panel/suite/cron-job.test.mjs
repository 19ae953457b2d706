import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { cases } from '../cases.mjs';
import { cronJob, panelOf } from './panel.mjs';

describe('a CronJob', () => {
  it('shows three runs of a night each, by the clock of its zone, from a minute before the first', async () => {
    const { page } = await panelOf(cronJob({ schedule: '30 2 * * *', more: 'timeZone: Asia/Seoul' }));
    strictEqual(await page.locator('.lanes .lane.job').count(), 3);
    match(await page.locator('.calendar .heading').textContent(), /02:30 \(Asia\/Seoul\)/);
    match((await page.locator('.tick').allInnerTexts()).join(' '), /02:30/);
    strictEqual(await page.locator('.times-of-day .run-tick.complete').count(), 3);
    // What is let happen where no moment was chosen happens while the first of them runs, and not before it or at the end of all.
    match(await page.locator('.change-buttons').textContent(), /Let something happen at [^.]*02:30/);
  });

  it('shows three runs of a 29 February, each with its year; its calendar begins with the first', async () => {
    const { page } = await panelOf(cronJob({ schedule: '0 0 29 2 *' }));
    deepStrictEqual(
      (await page.locator('.lanes .lane.job .name').allTextContents()).map((name) => /\w.*/.exec(name)?.[0]),
      ['Feb 29 2028 00:00', 'Feb 29 2032 00:00', 'Feb 29 2036 00:00'],
    );
    strictEqual(await page.locator('.week .day:not(.hours)').first().locator('.run-tick.complete').count(), 1);
  });

  it('its calendar is of 7 days, 5 weeks or a year, and a run in it is gone to', async () => {
    const { page } = await panelOf(cronJob({ schedule: '30 2 * * *' }));
    strictEqual(await page.locator('.week .date').count(), 7);
    await page.locator('.times-of-day .run-tick.complete').nth(1).click();
    await eventually(async () => match(await page.locator('.details').textContent(), /02:30/));
    ok(Number(await page.locator('.timeline').getAttribute('data-from')) > 86_400);
    strictEqual(await page.locator('.lanes .lane.job').nth(1).getAttribute('aria-selected'), 'true');
    await page.getByRole('button', { name: '5 weeks' }).click();
    strictEqual(await page.locator('.grid-of-days .cell').count(), 35);
    await page.getByRole('button', { name: 'a year' }).click();
    ok((await page.locator('.grid-of-days .cell').count()) >= 365);
  });

  it('tells which Jobs the limits of the history have deleted', async () => {
    const { page } = await panelOf(cronJob({ schedule: '30 2 * * *', more: 'successfulJobsHistoryLimit: 1' }));
    const removed = page.locator('.times-of-day .run-tick.removed');
    strictEqual(await removed.count(), 2);
    match(await removed.first().getAttribute('aria-label'), /Jan 1, 02:30: complete, its Job is deleted since/);
    match(await page.locator('.calendar .legend').textContent(), /its Job is deleted since/);
  });

  it('marks what was missed again and again, and makes no stop of the Tab key of each', async () => {
    const { page } = await panelOf(cronJob({ schedule: '*/5 * * * *', more: 'startingDeadlineSeconds: 0' }));
    ok((await page.locator('.run-tick.missed').count()) > 2000);
    strictEqual(await page.locator('.times-of-day .run-tick[tabindex="0"]').count(), 0);
    match(await page.locator('.calendar .legend').textContent(), /missed: no Job could be started in time/);
  });

  it('tells runs that overlap, and those that were skipped, with the reason', async () => {
    const allowed = await panelOf(cases.overlap.text);
    ok((await allowed.page.locator('.times-of-day .run-tick.overlaps').count()) > 0);
    const forbidden = await panelOf(cases.overlap.text.replace('Allow', 'Forbid'));
    const skipped = forbidden.page.locator('.times-of-day .run-tick.forbidden').first();
    ok(await skipped.count());
    await skipped.press('Enter');
    await eventually(async () => match(await forbidden.page.locator('.details').textContent(), /still ran|Forbid/));
  });

  it('begins now where that is wanted, and is suspended by hand', async () => {
    const { page, said } = await panelOf(cronJob({ schedule: '*/10 * * * *' }));
    await page.getByRole('button', { name: 'From now' }).click();
    const year = String(new Date().getFullYear());
    await eventually(async () => strictEqual((await said('start')).length, 1));
    ok(new Date((await said('start'))[0].startAt).toISOString().startsWith(year));
    await page.getByRole('button', { name: 'From now' }).click();
    const before = await page.locator('.outcome').textContent();
    await page.locator('.times').click({ button: 'right', position: { x: 10, y: 10 } });
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    await eventually(async () => ok((await page.locator('.outcome').textContent()) !== before));
  });

  it('a run unfolds to its pods', async () => {
    const { page } = await panelOf(cronJob({ schedule: '*/10 * * * *' }));
    const pods = page.locator('.lanes .lane.place');
    const before = await pods.count();
    await page.locator('.lanes .twisty').first().click();
    await eventually(async () => ok((await pods.count()) !== before));
  });

  it('that never fires says so', async () => {
    const { page } = await panelOf(cronJob({ schedule: '0 0 30 2 *' }));
    match(await page.locator('.calendar .heading').textContent(), /Never due/);
    // How likely its runs end well is no question where there is none.
    strictEqual(await page.locator('.likely').count(), 0);
  });
});
