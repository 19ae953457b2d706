// What a moment of a run costs: how long kubectl's output at some second takes, and how many bytes of the answer a pod.
// node bench/moments.mjs [FOLDER]: with a built checkout of before a moment was a view, whose server simulated again up to
// that second, its figures stand beside, but for the largest Job. Medians of five rounds, in a process that is warm.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBundled } from '../build/import-bundled.mjs';
import { startServer } from './language-client.mjs';
import { median, milliseconds, printTable } from './numbers.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const earlier = process.argv[2];
const outputs = ['watch', 'pods', 'events', 'describe'];
const rounds = 5;

const container = 'containers: [{name: main, image: busybox, command: [sleep, "10"]}]';
const template = `template: {spec: {restartPolicy: Never, ${container}}}`;
const job = (completions, parallelism, more = '') =>
  `{apiVersion: batch/v1, kind: Job, metadata: {name: sized}, spec: {completions: ${completions}, parallelism: ${parallelism}, ${more}${template}}}`;
const cronJob = `{apiVersion: batch/v1, kind: CronJob, metadata: {name: often}, spec: {schedule: "* * * * *", jobTemplate: {spec: {${template}}}}}`;
const jobs = [
  ['1,000 pods, 10 at a time', job(1000, 10)],
  ['1,000 pods, one by one', job(1000, 1)],
  ['1,000 indexes, 100 at a time', job(1000, 100, 'completionMode: Indexed, ')],
  ['10,000 pods, 100 at a time', job(10_000, 100)],
  ['100,000 pods, 1,000 at a time', job(100_000, 1000)],
  ['a CronJob every minute', cronJob],
];

/** With what the page reads an answer, and prints a moment of it. */
const { kubectlText, readWrittenRun } = await importBundled(`
  export { kubectlText } from './client/panel/outputs/kubectl-text.ts';
  export { readWrittenRun } from './server/simulator/run/written/written-run.ts';`);
const now = await measure(home, viewed, jobs);
const before =
  earlier === undefined
    ? undefined
    : await measure(
        earlier,
        simulatedAgain,
        jobs.filter(([name]) => !name.startsWith('100,000')),
      );

printTable('kubectl at one moment of a run', [
  ['', ...outputs, 'all four', 'just received', ...(before ? ['all four before'] : [])],
  ...jobs.map(([name]) => [
    name,
    ...outputs.map((output) => milliseconds(now[name].times[output])),
    milliseconds(now[name].times.all),
    milliseconds(now[name].first),
    ...(before?.[name] ? [milliseconds(before[name].times.all)] : []),
  ]),
]);
printTable('The answer to kubejob/simulate', [
  ['', 'bytes', 'a pod', ...(before ? ['bytes before', 'a pod before'] : [])],
  ...jobs.map(([name]) => [name, ...size(now[name]), ...(before?.[name] ? size(before[name]) : [])]),
]);

function size({ bytes, pods }) {
  return [`${bytes}`, (bytes / pods).toFixed(0)];
}

async function measure(folder, timesOf, measured) {
  const program = join(folder, 'dist/cli.js');
  if (!existsSync(program)) throw new Error(`npm run build first, in ${folder}`);
  const server = startServer(process.execPath, [program, 'language-server', '--stdio']);
  try {
    await server.request('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} });
    server.notify('initialized', {});
    const figures = {};
    for (const [name, text] of measured) {
      const uri = `file:///${encodeURIComponent(name)}.yaml`;
      server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      const ask = (until) => server.request('kubejob/simulate', { uri, document: 0, ...(until === undefined ? {} : { until }) });
      const answer = await ask();
      const bytes = Buffer.byteLength(JSON.stringify(answer));
      const { podsCreated: pods } = (answer.run ?? answer.result).summary;
      figures[name] = { bytes, pods, ...(await timesOf(answer, ask)) };
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** As the page does it: the answer was read once, every moment is a view of it. */
async function viewed(answer) {
  const run = readWrittenRun(answer.run);
  const end = run.until;
  // Of very many pods one moment is some tens of megabytes of text: one is enough to see how long it takes.
  const moments = run.summary.podsCreated > 10_000 ? 1 : 10;
  const began = performance.now();
  for (const output of outputs) kubectlText(output, run, end / 2);
  const first = performance.now() - began;
  const times = {};
  for (const output of outputs) times[output] = await timed(moments, (share) => kubectlText(output, run, share * end));
  times.all = await timed(moments, (share) => outputs.map((output) => kubectlText(output, run, share * end)));
  return { first, times };
}

/** As the page did it: a request that simulates up to the second. */
async function simulatedAgain({ result }, ask) {
  return { times: { all: await timed(2, (share) => ask(Math.round(share * result.until * 10) / 10)) } };
}

/** The median of some rounds, each the mean of so many moments. */
async function timed(moments, run) {
  const means = [];
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    for (let at = 0; at < moments; at++) await run((at + 0.5) / moments);
    // The first round warms up.
    if (round > 0) means.push((performance.now() - began) / moments);
  }
  return median(means);
}
