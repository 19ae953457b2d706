import { cpSync, lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { ChartOptions, ChartRender } from '../charts/chart-tools.ts';
import { markTemplate } from '../charts/mark-template.ts';
import { readRenderedChart } from '../charts/rendered-chart.ts';
import { filesBelow } from './files-below.ts';
import { runTool, type ToolRun } from './run-tool.ts';

const limits = { timeLimit: 30_000, outputLimit: 50 * 1024 * 1024 };
/** Larger charts are rendered, too, but their lines are not looked for. */
const largestMarked = 64 * 1024 * 1024;

/**
 * Renders a chart with the user's own helm, twice at the same time: as it is, and a copy of it whose lines are marked.
 * Nothing is written but the copy, in a temporary folder that is removed whatever happens.
 */
export async function renderChart(chart: string, options: ChartOptions): Promise<ChartRender> {
  const scratch = mkdtempSync(join(tmpdir(), 'kubejob-chart-'));
  try {
    const files = markedCopy(chart, scratch);
    const [plain, marked] = await Promise.all([
      helmTemplate(chart, options),
      files ? helmTemplate(join(scratch, 'chart'), options) : undefined,
    ]);
    if (plain.status === 'missing') return { status: 'no-helm' };
    if (plain.status === 'stopped') return plain;
    if (plain.code !== 0) return { status: 'refused', message: ownWords(plain.error) };
    const known = marked?.status === 'ended' && marked.code === 0 ? marked.out : undefined;
    const documents = readRenderedChart(plain.out, known, files ?? [], (file) => chartText(chart, file));
    return { status: 'rendered', documents, templates: (files ?? []).filter((file) => file.startsWith('templates/')) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
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

function helmTemplate(chart: string, { helm, values, signal }: ChartOptions): Promise<ToolRun> {
  const valuesFiles = values.flatMap((file) => ['--values', resolve(file)]);
  return runTool(helm, ['template', resolve(chart), ...valuesFiles], { ...limits, ...(signal ? { signal } : {}) });
}

/** Copies a chart, its templates marked; the templates in the order of their numbers, undefined where the chart is too large. */
function markedCopy(chart: string, scratch: string): readonly string[] | undefined {
  const home = realpathSync(chart);
  const copy = join(scratch, 'chart');
  const size = { bytes: 0 };
  cpSync(home, copy, {
    recursive: true,
    filter: (path) => {
      const entry = lstatSync(path);
      if (entry.isFile()) size.bytes += entry.size;
      const leads = entry.isSymbolicLink() ? leadsWithin(path, home) : entry.isFile() || entry.isDirectory();
      return leads && size.bytes <= largestMarked && relative(home, path) !== '.git';
    },
  });
  if (size.bytes > largestMarked) return undefined;
  const templates = filesBelow(copy, (name) => /\.(?:ya?ml|tpl)$/.test(name))
    .files.map((file) => relative(copy, file).split(sep).join('/'))
    .filter((file) => /^(?:charts\/(?:[^/]+\/)*)?templates\//.test(file))
    .filter((file) => lstatSync(join(copy, file)).isFile())
    .sort();
  for (const [number, file] of templates.entries()) {
    const path = join(copy, file);
    writeFileSync(path, markTemplate(readFileSync(path, 'utf8'), number));
  }
  return templates;
}

/** Whether a link leads to something else in the chart; one that leads to a folder around itself has no end. */
function leadsWithin(path: string, home: string): boolean {
  try {
    const target = realpathSync(path);
    return isWithin(target, home) && !isWithin(path, target);
  } catch {
    return false;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** What helm said, without what it says of itself, on one line. */
function ownWords(error: string): string {
  const lines = error
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^(?:level=|time=|I\d{4} |W\d{4} |coalesce|walk\.go|Use --debug)/.test(line));
  return lines
    .join(' ')
    .replace(/^Error: /, '')
    .trim();
}
