// The panel's page in a real browser, by its frames: from an edit to the frame that shows its run, how smooth the playhead
// moves, and how long the page's thread is busy at a stretch. The best of several, as machines have other things to do:
// node bench/panel.mjs, or with a part of a row's name to measure that alone.
// The browser is the one that the tests in the real editor use (npm run editor installs it).
import { openBrowser } from '../test/vscode/browser.mjs';
import { panelPages, simulator } from '../test/vscode/panel/panel-page.mjs';
import { milliseconds, percentile, printTable } from './numbers.mjs';

const template = 'template: {spec: {restartPolicy: Never, containers: [{name: main, image: busybox, command: [sleep, "30"]}]}}';
const job = (completions, parallelism) => (name) =>
  `{apiVersion: batch/v1, kind: Job, metadata: {name: ${name}}, spec: {completions: ${completions}, parallelism: ${parallelism}, ${template}}}`;
const sizes = [
  ['1,000 pods, 50 at a time', job(1000, 50), 7],
  ['10,000 pods, 100 at a time', job(10_000, 100), 5],
  ['100,000 pods, 1,000 at a time', job(100_000, 1000), 3],
].filter(([name]) => process.argv.length < 3 || name.includes(process.argv[2]));
const outputs = ['watch', 'pods', 'describe'];
const moves = 60;

const { answerOf } = await simulator();
const browser = await openBrowser();
const open = await panelPages(browser);
const [edits, scrubs] = [[], []];
for (const [name, text, times] of sizes) {
  const panel = await open({ width: 900, height: 900 });
  const tries = [];
  for (let at = 0; at <= times; at++) tries.push(await edit(panel.page, text(`sized-${at}`), `sized-${at}`));
  // The first opens the panel, the others are edits.
  const [opened, ...edited] = tries;
  const best = edited.reduce((least, one) => (one.whole < least.whole ? one : least));
  edits.push([
    name,
    milliseconds(opened.whole),
    milliseconds(best.whole),
    ...parts(best),
    milliseconds(Math.max(...edited.map(({ longest }) => longest))),
  ]);
  const moved = [];
  for (const output of outputs) moved.push(await scrub(panel.page, output));
  scrubs.push([name, ...moved.map(({ p95, longest, own }) => [p95, longest, own].map(milliseconds).join(' / '))]);
  await panel.page.close();
}
await browser.close();
printTable('From an edit to the frame with its run, without what editor and server need to hand it on', [
  ['', 'first', 'best', 'simulated', 'written', 'MB', 'read', 'drawn', 'longest task'],
  ...edits,
]);
printTable('From a move of the playhead to its frame: p95 / longest / p95 of what the page itself works, of the best of three rounds', [
  ['', ...outputs],
  ...scrubs,
]);

function parts({ simulated, written, megabytes, read, drawn }) {
  return [milliseconds(simulated), milliseconds(written), megabytes.toFixed(1), milliseconds(read), milliseconds(drawn)];
}

async function edit(page, text, name) {
  const [answer, simulated] = timed(() => answerOf(text));
  const [json, written] = timed(() => JSON.stringify({ type: 'answer', answer, texts: {}, language: 'en' }));
  await page.evaluate((sent) => {
    globalThis.sent = sent;
  }, json);
  const inPage = await page.evaluate(shown, name);
  return { simulated, written, megabytes: json.length / 1e6, ...inPage, whole: simulated + written + inPage.read + inPage.drawn };
}

function timed(act) {
  const began = performance.now();
  const result = act();
  return [result, performance.now() - began];
}

/** In the page: hands it what was sent, and waits for the frame that shows it. */
async function shown(name) {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const began = performance.now();
  const message = JSON.parse(globalThis.sent);
  const read = performance.now() - began;
  window.postMessage(message, '*');
  for (;;) {
    // A task that a frame has asked for comes when that frame is done.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    if (document.querySelector('header h1')?.textContent === name) break;
  }
  const drawn = performance.now() - began - read;
  globalThis.sent = undefined;
  // What reading and handing it over takes is the editor's task there, not the page's.
  await new Promise((done) => setTimeout(done, 100));
  tasks.push(...observer.takeRecords().map(({ duration }) => duration));
  observer.disconnect();
  return { read, drawn, longest: Math.max(0, ...tasks) };
}

/** Moves the playhead through the run; each time from the input to the end of the frame that shows it. */
async function scrub(page, output) {
  await page.locator(`#tab-${output}`).click();
  const session = await page.context().newCDPSession(page);
  // What the page's own thread works, whatever else the machine does meanwhile.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    const [waited, own] = [[], []];
    for (let at = 0; at < moves; at++) {
      const before = await worked();
      waited.push(await page.evaluate(move, ((at * 37) % moves) / moves));
      own.push((await worked()) - before);
    }
    rounds.push({ p95: percentile(waited, 0.95), longest: Math.max(...waited), own: percentile(own, 0.95) });
  }
  await session.detach();
  return rounds.reduce((least, one) => (one.p95 < least.p95 ? one : least));
}

/** In the page: from the beginning of a frame, as a pointer's event comes, to its end. */
async function move(share) {
  const slider = document.querySelector('#moment');
  const [from, to] = [Number(slider.min), Number(slider.max)];
  await new Promise((done) => requestAnimationFrame(done));
  const began = performance.now();
  slider.value = String(from + share * (to - from));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  // A task that is asked for within a frame comes when its styles, layout and painting are done.
  await new Promise((done) => setTimeout(done));
  return performance.now() - began;
}
