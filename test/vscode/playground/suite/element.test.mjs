import { match, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { element, emptyPage } from './playground.mjs';

const manifest = (name, rest = '') => `<script type="text/yaml">apiVersion: batch/v1
kind: Job
metadata: {name: ${name}}
spec:
  completions: 2
  template: {spec: {restartPolicy: Never, containers: [{name: main, image: "busybox:1.36", command: [sleep, "5"]}]}}
${rest}</script>`;

/** The frame of the element with this id comes to say this. */
const says = (page, id, said) =>
  eventually(async () =>
    match(await page.frameLocator(`#${id} iframe`).locator('header, .outcome, .problems').allTextContents().then(String), said),
  );

describe('<kubejob-timeline>', () => {
  it("shows simulations in a page of somebody else's, and ends with what it stands in", async () => {
    const page = await emptyPage();
    await page.setContent(`<!DOCTYPE html>
<kubejob-timeline id="failing">${manifest('embedded')}<script type="text/yaml" data-scenario>run: {for: 5s, exit: 3}</script></kubejob-timeline>
<kubejob-timeline id="second" lang="ko" theme="dark" name="other">${manifest(
      'one',
      `---
apiVersion: batch/v1
kind: Job
metadata: {name: other}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: main, image: a, command: ["true"]}]}}}
`,
    )}</kubejob-timeline>
<kubejob-timeline id="old" kubernetes-version="1.29">${manifest('refused').replace('completions: 2', 'managedBy: example.com/mine')}</kubejob-timeline>
<kubejob-timeline id="empty"></kubejob-timeline>`);
    await page.addScriptTag({ path: element });
    await says(page, 'failing', /embedded[\s\S]*Failed after .*BackoffLimitExceeded/);
    await says(page, 'second', /other[\s\S]*[가-힣]/);
    await says(page, 'old', /managedBy/);
    await says(page, 'empty', /no Job|nothing|gone|no longer/i);
    await eventually(async () => strictEqual(page.workers().length, 4));
    await page.evaluate(() => document.querySelector('#second').remove());
    await eventually(async () => strictEqual(page.workers().length, 3));
  });
});
