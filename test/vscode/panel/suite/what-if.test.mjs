import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { cases } from '../cases.mjs';
import { job, panelOf } from './panel.mjs';

const sample = job({ spec: 'completions: 4\nparallelism: 2' });

const outcome = async ({ page }, wanted) => eventually(async () => match(await page.locator('.outcome').textContent(), wanted));
const changes = ({ page }) => page.locator('.edits li').evaluateAll((all) => all.map((one) => one.firstChild.textContent));
const press = ({ page }, name) => page.getByRole('button', { name, exact: true }).click();

/** Opens the menu of something, and takes an item; with `value` it answers what the item asks for. */
async function choose({ page }, place, item, value) {
  await place.click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
  if (value === undefined) return;
  await page.locator('.menu input').fill(value);
  await page.keyboard.press('Enter');
}

describe('what if, by hand', () => {
  it('is not offered of what happened in a cluster: nothing changes that any more', async () => {
    const panel = await panelOf(sample);
    const answer = panel.simulated.answerOf(sample);
    await panel.show({ ...answer, target: { ...answer.target, explain: true } });
    const { page } = panel;
    await eventually(async () => strictEqual(await page.locator('.what-if, .change-buttons, .likely').count(), 0));
    await page.locator('.lanes .lane').first().click({ button: 'right' });
    strictEqual(await page.getByRole('menu').count(), 0);
    ok((await page.locator('.lanes .bar').count()) > 0);
  });

  it('sliders: run time, failures, room; a move goes on where it was, and is one step back', async () => {
    const panel = await panelOf(sample);
    const { page } = panel;
    await outcome(panel, /^Complete after 45 s/);
    for (let presses = 0; presses < 3; presses++) await page.locator('[data-control="runTime"]').press('ArrowRight');
    await outcome(panel, /2 min/);
    strictEqual((await changes(panel)).length, 1);
    ok((await page.locator('.difference').count()) > 0);
    await page.locator('[data-control="room"]').press('Home');
    await page.locator('[data-control="failureRate"]').press('End');
    await outcome(panel, /Failed/);
    strictEqual((await changes(panel)).length, 3);
    await press(panel, 'Undo');
    await press(panel, 'Undo');
    await outcome(panel, /^Complete after 2 min/);
    await press(panel, 'Redo');
    await eventually(async () => strictEqual((await changes(panel)).length, 2));
    await press(panel, 'Reset');
    await outcome(panel, /^Complete after 45 s/);
    deepStrictEqual(await changes(panel), []);
    strictEqual(await page.getByRole('button', { name: 'Save as scenario' }).isDisabled(), true);
  });

  it('an assumption leads to its control', async () => {
    const { page } = await panelOf(sample);
    await page.getByRole('button', { name: '[change]' }).first().click();
    strictEqual(await page.evaluate(() => document.activeElement.dataset.control), 'runTime');
  });

  it('the menu of a pod lets it fail, and asks for what it needs', async () => {
    const panel = await panelOf(sample);
    const pod = panel.page.locator('.lanes .lane').nth(1);
    await choose(panel, pod, 'Let it fail (exit code 1)');
    await outcome(panel, /1 of them failed/);
    await choose(panel, pod, /^Exit code/, '300');
    strictEqual(await panel.page.locator('.menu button[type="submit"]').isDisabled(), true);
    await panel.page.locator('.menu input').fill('42');
    await panel.page.keyboard.press('Enter');
    await eventually(async () => match((await changes(panel)).join(), /exit code 42/));
    await eventually(async () => ok((await panel.page.locator('.lanes').textContent()).includes('Error')));
  });

  it('the menu of a pod keeps its containers from starting, and fails the node that it is on', async () => {
    const panel = await panelOf(sample, { scenario: 'cluster: {nodes: 2}\n' });
    const bar = panel.page.locator('.lanes .lane').nth(1).locator('.bar.running').first();
    await choose(panel, bar, 'Never start its containers');
    await outcome(panel, /1 of them failed/);
    await eventually(async () => ok((await panel.page.locator('.lanes').textContent()).includes('StartError')));
    await press(panel, 'Reset');
    await outcome(panel, /: 4 pods\./);
    await choose(panel, bar, /^Fail its node, node-2, at/);
    await eventually(async () =>
      match((await panel.page.locator('.mark').allTextContents()).join(), /node-2 fails,node-2 is gone, with 1 pods/),
    );
  });

  it('the menu of the axis suspends, resumes, deletes; what Kubernetes refuses says why', async () => {
    const panel = await panelOf(sample);
    const { page } = panel;
    const at = (share) => ({ button: 'right', position: { x: 500 * share, y: 10 } });
    await page.locator('.times').click(at(0.3));
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    await eventually(async () => strictEqual(await page.locator('.mark').count(), 1));
    await page.locator('.times').click(at(0.3));
    await page.getByRole('menuitem', { name: 'Edit a field …' }).click();
    await page.locator('.menu input').fill('spec.completions=9');
    await page.keyboard.press('Enter');
    await eventually(async () => match(await page.locator('.refusals').textContent(), /completions/));
    await page.locator('.edits button').first().click();
    await outcome(panel, /^Complete/);
  });

  it('the menu is one for the keyboard: arrows move, Escape closes and gives the focus back', async () => {
    const { page } = await panelOf(sample);
    const opener = page.getByRole('button', { name: /^Let something happen at/ });
    await opener.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await eventually(async () => strictEqual(await focused(), 'Suspend'));
    await page.keyboard.press('ArrowDown');
    strictEqual(await focused(), 'Resume');
    await page.keyboard.press('End');
    strictEqual(await focused(), 'Delete the Job');
    await page.keyboard.press('ArrowDown');
    strictEqual(await focused(), 'Suspend');
    await page.keyboard.press('Escape');
    strictEqual(await page.locator('.menu').count(), 0);
    await eventually(async () => ok((await focused()).startsWith('Let something')));
  });

  it('the run before stays as outlines, with the difference; a pinned one stays to compare with', async () => {
    const panel = await panelOf(sample);
    const { page } = panel;
    strictEqual(await page.locator('.ghost').count(), 0);
    await page.getByRole('button', { name: 'Pin to compare' }).click();
    for (const presses of [1, 2]) {
      await page.locator('[data-control="runTime"]').press('ArrowRight');
      await eventually(async () => strictEqual(await page.locator('[role="progressbar"]').count(), 0));
      ok((await page.locator('.ghost').count()) > 0, `after ${presses}`);
    }
    match(await page.locator('.compared').textContent(), /\+\d/);
    await page.getByRole('button', { name: 'Unpin' }).click();
    strictEqual(await page.getByRole('button', { name: 'Pin to compare', exact: true }).count(), 1);
  });

  it('a scenario is a chip: it opens, is left aside and played again', async () => {
    const panel = await panelOf(cases.suspended.text, { ...cases.suspended, name: 'a.yaml' });
    const { page, said } = panel;
    await outcome(panel, /8 pods/);
    await page.getByRole('button', { name: 'a.scenario.yaml' }).click();
    strictEqual((await said('open-scenario')).length, 1);
    await page.getByRole('switch').click();
    await outcome(panel, /6 pods/);
    strictEqual(await page.getByRole('switch').getAttribute('aria-checked'), 'false');
    await page.getByRole('switch').click();
    await outcome(panel, /8 pods/);
  });

  it('how likely it is stands under the headline, and a column opens one of those runs', async () => {
    const panel = await panelOf(job({ spec: 'completions: 6\nparallelism: 3\nbackoffLimit: 1', seconds: 10 }), { isLikelihoodKnown: true });
    const { page } = panel;
    await eventually(async () => match(await page.locator('.likely summary').textContent(), /At 5 % failures: [\d.]+ % complete/));
    await page.locator('.likely summary').click();
    const columns = page.locator('.histogram button:enabled .column');
    ok(Math.min(...(await columns.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))) >= 3);
    await page.locator('[data-control="likely"]').press('End');
    await eventually(async () => match(await page.locator('.likely summary').textContent(), /At 100 % failures: 0 % complete/));
    await page.locator('.histogram button:enabled').last().click();
    await outcome(panel, /^Failed/);
    ok((await changes(panel)).length > 0);
  });

  it('is taken along: as Markdown, as kubectl prints it, as a picture, as a recording', async () => {
    const { page, said } = await panelOf(sample);
    for (const name of ['Markdown', 'kubectl output', 'picture (SVG)']) await page.getByRole('button', { name }).click();
    const [markdown, printed, picture] = (await said('copy')).map(({ text }) => text);
    match(markdown, /Complete after 45 s/);
    match(printed, /\$ kubectl get jobs --watch[\s\S]*\$ kubectl describe job sample/);
    match(picture, /^<svg/);
    await page.getByRole('button', { name: 'Open as recording (JSON)' }).click();
    ok(JSON.parse((await said('open-recording'))[0].text));
  });
});
