import { lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ChartOptions, ChartRender } from '../charts/chart-tools.ts';
import { readRenderedChart } from '../charts/rendered-chart.ts';
import { isWithin, markedCopy } from './marked-copy.ts';
import { runTool, type ToolRun } from './run-tool.ts';

const limits = { timeLimit: 30_000, outputLimit: 50 * 1024 * 1024 };

/** As `withRenderedChart`, what was rendered itself. */
export function renderChart(chart: string, options: ChartOptions): Promise<ChartRender> {
  return withRenderedChart(chart, options, (rendered) => rendered);
}

/** What helm makes of a chart, with no account of which line made what: without a copy, and once. */
export async function manifestsOfChart(chart: string, options: ChartOptions): Promise<Manifests> {
  const run = await helmTemplate(chart, options);
  if (run.status === 'missing') return { status: 'no-helm' };
  if (run.status === 'stopped') return run;
  return run.code === 0 ? { status: 'rendered', text: run.out } : { status: 'refused', message: ownWords(run.error) };
}

type Manifests = { readonly status: 'rendered'; readonly text: string } | Exclude<ChartRender, { status: 'rendered' }>;

/**
 * Renders a chart with the user's own helm, twice at the same time: as it is, and a copy of it whose lines are marked; then does
 * something with that. Nothing is written but the copy, in a temporary folder that is removed meanwhile, whatever happens, and is gone in the end.
 */
export async function withRenderedChart<T>(chart: string, options: ChartOptions, use: (rendered: ChartRender) => T): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'kubejob-chart-'));
  const removeAtOnce = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', removeAtOnce);
  for (const signal of endingSignals) process.once(signal, exit);
  const remove = async () => {
    await rm(scratch, { recursive: true, force: true });
    process.removeListener('exit', removeAtOnce);
    for (const signal of endingSignals) process.removeListener(signal, exit);
  };
  const rendered = render(chart, join(scratch, 'chart'), options);
  const removed = rendered.then(remove, remove);
  try {
    return use(await rendered);
  } finally {
    await removed;
  }
}

const endingSignals = ['SIGINT', 'SIGTERM'] as const;

/** What a signal ends at once removes nothing; so it exits, with the status that shells give. */
function exit(signal: NodeJS.Signals): never {
  process.exit(128 + constants.signals[signal]);
}

async function render(chart: string, copy: string, options: ChartOptions): Promise<ChartRender> {
  const renderMarked = async () => {
    const files = await markedCopy(chart, copy);
    return { files, run: files && (await helmTemplate(copy, options)) };
  };
  // The chart itself is begun first: the copy is made meanwhile.
  const [plain, { files = [], run }] = await Promise.all([manifestsOfChart(chart, options), renderMarked()]);
  if (plain.status !== 'rendered') return plain;
  const marked = run?.status === 'ended' && run.code === 0 ? run.out : undefined;
  const documents = readRenderedChart(plain.text, marked, files, (file) => chartText(chart, file));
  return { status: 'rendered', documents, templates: files.filter((file) => file.startsWith('templates/')) };
}

/** The text of a file of the chart; undefined where there is none, or where it lies outside. */
export function chartText(chart: string, file: string): string | undefined {
  try {
    const path = join(chart, file);
    return isWithin(realpathSync(path), realpathSync(chart)) && lstatSync(realpathSync(path)).isFile()
      ? readFileSync(path, 'utf8')
      : undefined;
  } catch {
    return undefined;
  }
}

function helmTemplate(chart: string, { helm, values, kubeVersion, signal }: ChartOptions): Promise<ToolRun> {
  const valuesFiles = values.flatMap((file) => ['--values', resolve(file)]);
  const forVersion = kubeVersion === undefined ? [] : ['--kube-version', kubeVersion];
  return runTool(helm, ['template', resolve(chart), ...valuesFiles, ...forVersion], { ...limits, ...(signal ? { signal } : {}) });
}

/** Characters of helm's words that are told: a template that includes itself makes it say thousands of lines. */
const mostWords = { first: 600, last: 300 };

/** What helm said, without what it says of itself, on one line that people read. */
function ownWords(error: string): string {
  const lines = error
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^(?:level=|time=|I\d{4} |W\d{4} |coalesce|walk\.go|Use --debug)/.test(line));
  const words = lines
    .join(' ')
    .replace(/^Error: /, '')
    .trim();
  const { first, last } = mostWords;
  return words.length <= first + last ? words : `${words.slice(0, first)} … ${words.slice(-last)}`;
}
