// The panel's page in a real browser: how long until a run is on the page, how smooth the playhead moves, and how long tasks get.
// node bench/panel.mjs: the browser is the one that the tests in the real editor use (npm run editor installs it).
import { openBrowser } from '../test/vscode/browser.mjs';
import { panelPages, simulator } from '../test/vscode/panel/panel-page.mjs';
import { milliseconds, printTable } from './numbers.mjs';

const template = 'template: {spec: {restartPolicy: Never, containers: [{name: main, image: busybox, command: [sleep, "30"]}]}}';
const job = (completions, parallelism) =>
  `{apiVersion: batch/v1, kind: Job, metadata: {name: sized}, spec: {completions: ${completions}, parallelism: ${parallelism}, ${template}}}`;
const sizes = [
  ['1,000 pods, 50 at a time', job(1000, 50)],
  ['10,000 pods, 100 at a time', job(10_000, 100)],
  ['100,000 pods, 1,000 at a time', job(100_000, 1000)],
];
const outputs = ['watch', 'pods', 'describe'];

const { answerOf } = await simulator();
const browser = await openBrowser();
const open = await panelPages(browser);
const rows = [];
for (const [name, text] of sizes) {
  const began = performance.now();
  const answer = answerOf(text);
  const simulated = performance.now() - began;
  const panel = await open({ width: 900, height: 900 });
  const opened = await timed(() => panel.show(answer));
  const again = await timed(() => panel.show({ ...answer, files: ['again.yaml'] }, 'again.yaml'));
  const scrubs = {};
  for (const output of outputs) scrubs[output] = await scrub(panel.page, output);
  rows.push([
    name,
    milliseconds(simulated),
    milliseconds(opened),
    milliseconds(again),
    ...outputs.map((output) => framesText(scrubs[output])),
  ]);
  await panel.page.close();
}
await browser.close();
printTable('The panel in a browser', [
  ['', 'simulated', 'sent and drawn', 'drawn again', ...outputs.map((output) => `scrub, ${output}: p95 / longest`)],
  ...rows,
]);

async function timed(act) {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function framesText({ p95, longest }) {
  return `${milliseconds(p95)} / ${milliseconds(longest)}`;
}

/** Moves the playhead a hundred times through the run; each time from the input to the frame after it. */
async function scrub(page, output) {
  await page.locator(`#tab-${output}`).click();
  return page.evaluate(async () => {
    const slider = document.querySelector('#moment');
    const [from, to] = [Number(slider.min), Number(slider.max)];
    const times = [];
    for (let at = 0; at < 100; at++) {
      const began = performance.now();
      slider.value = String(from + ((at * 37) % 100) * ((to - from) / 100));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    return { p95: times[94], longest: times[99] };
  });
}
