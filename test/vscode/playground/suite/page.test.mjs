import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { faultsOf } from '../../axe.mjs';
import { eventually } from '../../eventually.mjs';
import { opens, sizes } from './playground.mjs';

describe('the playground', () => {
  it('is as small as it is said to be', () => {
    const { ours, whole } = sizes();
    ok(ours < 1_500_000, `${ours} bytes without Monaco`);
    ok(whole < 2_500_000, `${whole} bytes in all`);
  });

  it('begins with the first story, and follows what is typed and the version that is chosen', async () => {
    const { page, outcome, problems, text, clickWord } = await opens();
    await outcome(/Complete after \d+ s: 5 pods/);
    await problems(/Nothing to mend/);
    match(await text(), /completions: 5/);
    await clickWord('completions');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('3');
    await outcome(/Complete after \d+ s: 3 pods/);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('managedBy: example.com/mine');
    await outcome(/Still running/);
    await problems(/Nothing to mend/);
    await page.locator('#version').selectOption('1.29');
    await problems(/managedBy/);
  });

  it('says what is wrong, and a fix mends it; the lens plays it', async () => {
    const { outcome, problems, page } = await opens({ hash: '#story=2' });
    await outcome(/would not accept this/);
    await problems(/8: A Job needs a restartPolicy/);
    await page.locator('#problems button').click();
    await page.keyboard.press('Control+.');
    await page.getByText('Set restartPolicy to Never').click();
    await outcome(/Complete after/);
    await page.locator('.codelens-decoration a').getByText('Simulate').click();
    await outcome(/Complete after/);
  });

  it('the tour goes on, and every story is shown', async () => {
    const { page, outcome } = await opens();
    const stories = (await page.locator('#story option').count()) - 1;
    ok(stories >= 10);
    const seen = new Set();
    for (let story = 0; story < stories; story++) {
      await outcome(/\w/);
      const look = await page.locator('#look').textContent();
      seen.add(look);
      await page.locator('#next').click();
      await eventually(async () => ok((await page.locator('#look').textContent()) !== look));
    }
    strictEqual(seen.size, stories);
    strictEqual(await page.locator('#story').inputValue(), '0');
  });

  it('another story begins anew: nothing of the one before is compared with it, or stands for one that is refused', async () => {
    const { page, frame, outcome } = await opens();
    await outcome(/5 pods/);
    await page.locator('#next').click();
    await outcome(/would not accept this/);
    strictEqual(await frame.getByText(/5 pods/).count(), 0);
    strictEqual(await frame.getByText('Below is the last run').count(), 0);
    await page.locator('#next').click();
    await outcome(/Failed after .*: 4 pods/);
    strictEqual(await frame.getByText('now fails').count(), 0);
  });

  it('has the scenario beside the manifest, and writes there what was changed by hand', async () => {
    const { page, frame, outcome, text, clickWord } = await opens();
    await outcome(/5 pods/);
    await page.locator('#tab-scenario').click();
    await eventually(async () => match(await text(), /How the containers behave/));
    await clickWord('How');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('run: {for: 3s, exit: 1}');
    await outcome(/Failed after .*BackoffLimitExceeded/);
    await page.locator('#tab-manifest').click();
    await frame.getByRole('button', { name: /^Let something happen at/ }).click();
    await frame.getByRole('menuitem').first().click();
    await frame.getByRole('button', { name: 'Save as scenario' }).click();
    await eventually(async () => match(await text(), /actions:/));
  });

  it('speaks Korean where the browser does; what is chosen is kept, and so is what was written', async () => {
    const { page, outcome, text, clickWord } = await opens({ locale: 'ko-KR', colorScheme: 'dark' });
    const root = (name) => page.evaluate((asked) => document.documentElement[asked] ?? document.documentElement.dataset[asked], name);
    await outcome(/[가-힣]/);
    deepStrictEqual([await root('lang'), await root('theme')], ['ko', 'dark']);
    strictEqual(await page.locator('#look').evaluate((look) => getComputedStyle(look).wordBreak), 'keep-all');
    await clickWord('completions');
    await page.keyboard.press('End');
    await page.keyboard.type('0');
    await outcome(/50/);
    await page.locator('#version').selectOption('1.33');
    await page.locator('#language').click();
    await outcome(/Complete after .* 50 pods/);
    match(await text(), /completions: 50/);
    await page.locator('#theme').click();
    await eventually(async () => deepStrictEqual([await root('lang'), await root('theme')], ['en', 'light']));
    await outcome(/Complete after .* 50 pods/);
    strictEqual(await page.locator('#version').inputValue(), '1.33');
  });

  it('has the pages for readers as its help, each led to by others', async () => {
    const { page, outcome } = await opens();
    await outcome(/5 pods/);
    await page.getByRole('button', { name: 'Help' }).click();
    const help = page.getByRole('dialog');
    await help.getByRole('link', { name: 'every rule of our own' }).click();
    await help.getByRole('button', { name: 'Documentation' }).click();
    await help.getByRole('link', { name: 'every rule of our own' }).click();
    await help.getByRole('link', { name: 'image-latest' }).click();
    await help.getByRole('heading', { name: 'image-latest' }).waitFor();
    strictEqual(await help.locator('pre').count(), 2);
    deepStrictEqual(await faultsOf(page), []);
    await help.getByRole('button', { name: 'Licenses' }).click();
    await eventually(async () => match(await help.locator('pre').textContent(), /monaco-editor .*MIT[\s\S]*preact .*MIT[\s\S]*yaml .*ISC/));
    await help.getByRole('button', { name: 'Close' }).click();
    strictEqual(await help.count(), 0);
  });

  it('on a phone one of both is seen, and nothing scrolls sideways', async () => {
    const { page, outcome } = await opens({ width: 360, height: 740 });
    await outcome(/5 pods/);
    const isSeen = async () => [await page.locator('#editor').isVisible(), await page.locator('#panel').isVisible()];
    deepStrictEqual(await isSeen(), [true, false]);
    await page.locator('#side-simulation').click();
    deepStrictEqual(await isSeen(), [false, true]);
    strictEqual(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    // All buttons of the head but those of the tour stand in one row.
    const tops = await page.locator('#version, #share, #theme, #language').evaluateAll((all) => all.map((one) => one.offsetTop));
    strictEqual(new Set(tops).size, 1);
  });
});
