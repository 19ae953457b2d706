import { match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { job, panelOf } from './panel.mjs';

const sample = job({ spec: 'completions: 4\nparallelism: 2' });
const shows = ({ page }, wanted) => eventually(async () => match(await page.locator('#kubectl').textContent(), wanted));

describe('the playhead', () => {
  it('follows a click on the axis and a drag, and carries its time', async () => {
    const panel = await panelOf(sample);
    const { page } = panel;
    match(await page.locator('.handle').textContent(), /^End 45/);
    const { x, y, width, height } = await page.locator('.times').boundingBox();
    await page.mouse.click(x + width * 0.25, y + height / 2);
    await shows(panel, /at 1[23](\.\d)?s$/);
    ok(!(await page.locator('.handle').textContent()).startsWith('End'));
    await page.mouse.down();
    await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await shows(panel, /at 2[567](\.\d)?s$/);
    ok((await panel.said('moment')).length > 1);
  });

  it('goes by changes with comma and full stop, plays with space, and stops', async () => {
    const panel = await panelOf(sample);
    const { page } = panel;
    await page.locator('#moment').fill('10');
    await page.keyboard.press('.');
    await shows(panel, /at 2\d/);
    await page.keyboard.press(',');
    await shows(panel, /at [01](\.\d)?s$/);
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await eventually(async () => ok(Number(/at ([\d.]+)s/.exec(await page.locator('#kubectl').textContent())?.[1]) > 1));
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('goes from change to change where no motion is wanted', async () => {
    const panel = await panelOf(sample, { reducedMotion: 'reduce' });
    const { page } = panel;
    await page.locator('#moment').fill('1');
    await page.keyboard.press(' ');
    await shows(panel, /at 2\d/);
    strictEqual(
      await page
        .locator('.lanes .bar')
        .first()
        .evaluate((one) => getComputedStyle(one).transitionDuration),
      '0s',
    );
  });

  it('text and lanes scroll by themselves: while the playhead moves both are seen', async () => {
    const { page } = await panelOf(job({ spec: 'completions: 90\nparallelism: 30' }));
    await page.getByRole('tab', { name: 'Pods', exact: true }).click();
    await page.locator('.output').evaluate((one) => one.scrollTo(0, 100));
    await page.locator('#moment').fill('30');
    await eventually(async () => match(await page.locator('#kubectl').textContent(), /30s/));
    strictEqual(await page.locator('.output').evaluate((one) => one.scrollTop), 100);
    for (const part of ['.outcome', '.times', '.output'])
      ok(await page.locator(part).evaluate((one) => one.getBoundingClientRect().top < innerHeight), part);
    strictEqual(await page.evaluate(() => document.scrollingElement.scrollHeight > innerHeight), false);
  });

  it('of a watch the latest line is seen, until one scrolls up; copying takes all of a long list', async () => {
    const { page, said } = await panelOf(job({ spec: 'completions: 300\nparallelism: 1', seconds: 1 }));
    const output = page.locator('.output');
    const below = () => output.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
    for (const second of ['900', '300']) {
      await page.locator('#moment').fill(second);
      await eventually(async () => match(await page.locator('#kubectl').textContent(), /at/));
      await eventually(async () => ok((await below()) < 2));
      await eventually(async () => match(await output.locator('.line').last().textContent(), /Running/));
    }
    await output.evaluate((one) => one.scrollTo(0, 100));
    await eventually(async () => match(await output.locator('.line').nth(7).textContent(), /Running/));
    await page.locator('#moment').fill('600');
    await eventually(async () => match(await page.locator('#kubectl').textContent(), /10m/));
    strictEqual(await output.evaluate((one) => one.scrollTop), 100);
    await page.getByRole('tab', { name: 'Pods', exact: true }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    ok((await said('copy')).at(-1).text.split('\n').length > 100);
    ok((await output.locator('.line').count()) < (await said('copy')).at(-1).text.split('\n').length);
  });

  it('what is chosen in the lanes is described, and no pod is described before it is there', async () => {
    const { page } = await panelOf(sample);
    await page.locator('.lanes .lane').nth(1).click();
    await page.getByRole('tab', { name: 'Describe pod' }).click();
    const name = (await page.locator('.details h3').textContent()).split(/[ :]/)[1];
    await eventually(async () => match(await page.locator('.output').textContent(), new RegExp(`^Name: +${name}`)));
    await page.locator('.lanes .bar.running').last().click();
    await page.locator('#moment').fill('1');
    await eventually(async () => strictEqual(await page.locator('.output').textContent(), 'Nothing.'));
  });

  it('copies and opens what it prints', async () => {
    const { page, said } = await panelOf(sample);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    match((await said('copy'))[0].text, /^NAME/);
    strictEqual((await said('open'))[0].output, 'watch');
  });
});
