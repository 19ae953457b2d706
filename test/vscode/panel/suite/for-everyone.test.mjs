import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { themes } from '../../../../playground/panel/themes.mjs';
import { faultsOf } from '../../axe.mjs';
import { eventually } from '../../eventually.mjs';
import { cases } from '../cases.mjs';
import { job, panelOf } from './panel.mjs';

const told = ['back-off', 'overlap', 'suspended', 'what-if'];

async function opened(name, look = {}) {
  const { text, act, ...more } = cases[name];
  const panel = await panelOf(text, { ...more, name: `${name}.yaml`, ...look });
  const edited = () => eventually(async () => ok((await panel.page.locator('[role="progressbar"]').count()) === 0));
  await act({ ...panel, edited });
  return panel;
}

describe('the panel is for everyone', () => {
  for (const theme of Object.keys(themes))
    it(`axe-core finds nothing in ${theme}`, async () => {
      for (const name of told) {
        const { page } = await opened(name, { theme });
        deepStrictEqual(await faultsOf(page), [], name);
      }
    });

  for (const theme of Object.keys(themes))
    it(`a wait is hatched in ${theme}`, async () => {
      const { page } = await opened('back-off', { theme });
      const drawn = await page.locator('.swatch.wait').evaluate((one) => getComputedStyle(one).backgroundImage);
      match(drawn, /gradient/);
    });

  it('axe-core finds nothing where there is no run, a menu is open, or what is likely', async () => {
    const { page, edit } = await panelOf(job({ spec: 'completions: 4' }).replace('Never', 'Sometimes'));
    deepStrictEqual(await faultsOf(page), []);
    await edit(job({ spec: 'completions: 4' }));
    await page.getByRole('button', { name: /^Let something happen at/ }).click();
    deepStrictEqual(await faultsOf(page), []);
    await page.getByRole('menuitem', { name: 'Edit a field …' }).click();
    deepStrictEqual(await faultsOf(page), []);
    await edit(job({ spec: 'completions: 4\nbac' }));
    deepStrictEqual(await faultsOf(page), []);
    const likely = await opened('likely', { isLikelihoodKnown: true });
    deepStrictEqual(await faultsOf(likely.page), []);
  });

  for (const language of ['en', 'ko'])
    it(`from a narrow column to a wall of pixels nothing is cut, covered or scrolls sideways, in ${language}`, async () => {
      for (const name of ['failure-policy', 'overlap', 'what-if']) {
        const { page } = await opened(name, { language });
        for (const [width, height] of [
          [360, 640],
          [520, 900],
          [1440, 900],
          [3840, 2160],
        ]) {
          await page.setViewportSize({ width, height });
          await eventually(async () => deepStrictEqual(await page.evaluate(misplaced), [], `${name} at ${width}`));
        }
      }
    });

  it('all of it is reached by Tab, and what has the focus shows it', async () => {
    const { page } = await opened('suspended');
    await page.locator('body').evaluate(() => document.activeElement?.blur());
    const reached = [];
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(focused);
      // Behind the last stands the browser's own, then the first.
      if (focus === undefined) continue;
      if (reached.some(({ path }) => path === focus.path)) break;
      reached.push(focus);
    }
    deepStrictEqual(
      reached.filter(({ isSeen }) => !isSeen).map(({ path }) => path),
      [],
    );
    const wanted = await page.evaluate(reachable);
    deepStrictEqual(
      wanted.filter((path) => !reached.some((one) => one.path === path)),
      [],
    );
    for (const role of ['listbox', 'tab', 'switch'])
      ok(
        reached.some(({ path }) => path.includes(role)),
        role,
      );
  });

  it('the timeline is a table too, opened by a key: caption, headers, and for each state of a pod from when to when, and why', async () => {
    const { page } = await opened('back-off');
    await page.locator('.run-table summary').press('Enter');
    const table = page.getByRole('table', { name: 'Job import: each state of the Jobs and pods' });
    await table.waitFor();
    deepStrictEqual(await table.getByRole('columnheader').allInnerTexts(), ['Job or pod', 'State', 'From', 'To', 'Why']);
    const failed = table.getByRole('row').filter({ hasText: 'Error' });
    strictEqual(await failed.count(), 4);
    deepStrictEqual(await failed.first().locator('td').allTextContents(), ['Error 0/1', '4.8s', '', 'Exit code 3.']);
    deepStrictEqual(await faultsOf(page), []);
  });

  it('a table of many pods is made a hundred rows at a time', async () => {
    const { page } = await panelOf(job({ spec: 'completions: 200\nparallelism: 20' }));
    await page.locator('.run-table summary').press('Enter');
    const rows = page.locator('.run-table tbody tr');
    await eventually(async () => strictEqual(await rows.count(), 100));
    await page.getByRole('button', { name: '100 more rows' }).press('Enter');
    await eventually(async () => strictEqual(await rows.count(), 200));
  });

  it('the lanes are a list for the keyboard: what is chosen is read out as a sentence', async () => {
    const { page } = await opened('indexed');
    await page.locator('.rows').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('.rows').getAttribute('aria-activedescendant');
    const { nodes } = await page
      .context()
      .newCDPSession(page)
      .then((session) => session.send('Accessibility.getFullAXTree'));
    const options = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'option').map(({ name }) => name.value);
    strictEqual(active, 'line-1');
    ok(
      options.some((one) => /^Index 1: .*Error.*Completed/.test(one)),
      options.join('\n'),
    );
  });
});

/** In the page: what is wider than it may be, and controls that lie on each other. */
function misplaced() {
  const faults = [];
  const named = (one) => `${one.tagName.toLowerCase()}.${one.className} ${(one.textContent ?? '').slice(0, 30)}`;
  for (const box of document.querySelectorAll('html, body, .page, .upper, .dock, .heading, .tabs, .change-buttons'))
    if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0) faults.push(`scrolls: ${named(box)}`);
  // What lies on the axis of time is placed by its time.
  const isFree = (one) => !one.closest('.lanes, .marks, .times, .week, .overlay, .own-line, .columns, .strip');
  const shown = [...document.querySelectorAll('button, input, output, label, summary, h1, h2, .where, .difference, .outcome > span')]
    .filter((one) => isFree(one) && one.checkVisibility())
    .map((one) => ({ one, box: one.getBoundingClientRect() }));
  for (const { one, box } of shown) {
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`cut: ${named(one)}`);
    if (one.tagName === 'BUTTON' && one.scrollWidth > one.clientWidth + 1) faults.push(`too long: ${named(one)}`);
  }
  const isIn = (above, below) => above.contains(below) || below.contains(above);
  const ofUpper = shown.filter(({ one }) => one.closest('.upper'));
  const ofDock = shown.filter(({ one }) => one.closest('.dock'));
  for (const group of [ofUpper, ofDock])
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 1 && high > 1 && !isIn(a.one, b.one)) faults.push(`covers: ${named(a.one)} | ${named(b.one)}`);
      }
  return faults;
}

/** In the page: which element has the focus, and whether that is to be seen; undefined for none. */
function focused() {
  const one = document.activeElement;
  if (one === null || one === document.body) return undefined;
  // A list shows its focus on the line that its keys start from, the slider of the axis has a frame.
  const shower = document.getElementById(one.getAttribute('aria-activedescendant')) ?? one;
  const { outlineStyle, outlineWidth } = getComputedStyle(shower);
  const at = [...document.querySelectorAll('*')].indexOf(one);
  return { path: `${at} ${one.tagName} ${one.getAttribute('role') ?? ''}`, isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' };
}

/** In the page: all that can be used, of a list of tabs the one that is open. */
function reachable() {
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll('button, input, summary, [role="listbox"][tabindex="0"]')]
    .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility())
    .map((one) => `${all.indexOf(one)} ${one.tagName} ${one.getAttribute('role') ?? ''}`);
}
