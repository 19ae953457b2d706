import { deepStrictEqual, doesNotMatch, match, notStrictEqual, ok, strictEqual } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { here } from '../../install.mjs';
import { userOf } from '../../user.mjs';
import { openWorkbench } from '../../workbench.mjs';

const hostile = '<img src=x onerror=alert(1)>';
const manifest = `apiVersion: batch/v1
kind: Job
metadata: {name: sample}
spec:
  completions: 30
  parallelism: 10
  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: main, image: "busybox:1.36", command: [sh, -c, "sleep 20 # ${hostile}"]}
`;

/** In milliseconds, for each thing that is waited for: a very busy machine takes long to load an editor. */
const patience = 90_000;

/** The editor from outside: what runs within it ends when its window is loaded again. */
describe('the panel in the window of an editor', function () {
  this.timeout(300_000);
  let scratch;
  let workbench;
  let user;

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'kubejob-window-'));
    const folder = join(scratch, 'folder');
    mkdirSync(folder);
    writeFileSync(join(folder, 'sample.yaml'), manifest);
    workbench = await openWorkbench({ extension: join(here, '../..'), folder });
    workbench.page.setDefaultTimeout(patience);
    user = userOf(workbench.page);
    await workbench.page.waitForSelector('.explorer-folders-view .monaco-list-row');
    await user.open('sample.yaml');
    await user.simulate();
  });
  after(async () => {
    await workbench?.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('keeps playhead, zoom, tab, selection, scrolling and what was changed by hand when the window is loaded again', async () => {
    const { page, panel } = user;
    // The edit first, until its run is there: that may have other lines, and another end.
    const outcome = () => panel.locator('.outcome').textContent();
    const usual = await outcome();
    await panel.locator('[data-control="runTime"]').press('ArrowRight');
    await panel.locator('.edits li').waitFor();
    await eventually(async () => notStrictEqual(await outcome(), usual));
    await panel.locator('.lanes .lane').nth(1).click();
    await panel.locator('#moment').fill('20');
    await panel.getByRole('button', { name: 'Zoom in' }).click();
    await panel.getByRole('tab', { name: 'Events' }).click();
    await panel.locator('.lanes').evaluate((lanes) => lanes.scrollTo(0, 48));
    await panel.locator('.upper').evaluate((upper) => upper.scrollTo(0, 60));
    const before = await eventually(async () => {
      const shown = await look(panel);
      deepStrictEqual(shown.scrolled, [48, 60]);
      return shown;
    });
    deepStrictEqual([before.at, before.tab, before.changes.length], ['What kubectl prints at 20s', 'Events', 1]);
    ok(before.chosen, 'a chosen line');
    const loaded = page.waitForEvent('load', { timeout: patience });
    await user.command('Developer: Reload Window').catch(() => {});
    await loaded;
    await panel.locator('.edits li').waitFor({ timeout: patience });
    await eventually(async () => deepStrictEqual(await look(panel), before));
  });

  it('has a policy that lets nothing run but its own script, and shows what a manifest says as text', async () => {
    const { panel } = user;
    const policy = await panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src [^;]+;$/);
    doesNotMatch(policy, /unsafe-/);
    await panel.getByRole('tab', { name: 'Describe', exact: true }).click();
    await eventually(async () => ok((await panel.locator('body').textContent()).includes(hostile)));
    strictEqual(await panel.locator('img, body script:not([src])').count(), 0);
    const ran = await panel.locator('body').evaluate(async (body) => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      const image = document.createElement('img');
      image.setAttribute('onerror', 'globalThis.ran = true');
      image.src = 'data:,';
      const failed = new Promise((done) => image.addEventListener('error', done));
      body.append(script, image);
      await failed;
      script.remove();
      image.remove();
      return globalThis.ran === true;
    });
    strictEqual(ran, false);
  });
});

/** What a user has set up in the panel, as the page shows it. */
function look(panel) {
  return panel.locator('body').evaluate(() => ({
    at: document.querySelector('#kubectl')?.textContent,
    part: document.querySelector('.zoom [role="status"]')?.textContent,
    tab: document.querySelector('[role="tab"][aria-selected="true"]')?.textContent,
    chosen: document.querySelector('.lanes [aria-selected="true"]')?.getAttribute('aria-posinset'),
    scrolled: [document.querySelector('.lanes')?.scrollTop, document.querySelector('.upper')?.scrollTop],
    changes: [...document.querySelectorAll('.edits li')].map((one) => one.textContent),
  }));
}
