import { readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ChartTools } from '../../charts/chart-tools.ts';
import { chartAround } from '../charts-at.ts';
import { withChartAtCommit } from '../commits/chart-at-commit.ts';
import { lastCommit } from '../commits/files-at-commit.ts';
import { readFile } from '../read-file.ts';
import { manifestsOfChart, withRenderedChart } from '../render-chart.ts';

/** Charts as a language server asks for them. */
export const chartsOfEditor: ChartTools = {
  chartOf(uri) {
    const path = pathOf(uri);
    const chart = path === undefined ? undefined : chartAround(dirname(path));
    return chart === undefined ? undefined : pathToFileURL(chart).href;
  },
  render(chart, options, use) {
    const folder = fileURLToPath(chart);
    return withRenderedChart(folder, { ...options, values: options.values.map((file) => resolve(folder, file)) }, use);
  },
  async committed(chart, options) {
    const folder = fileURLToPath(chart);
    // Values of the chart are those that were committed with it.
    const within = (copy: string) => options.values.map((file) => resolve(isAbove(file) ? folder : copy, file));
    const render = (copy: string) => manifestsOfChart(copy, { ...options, values: within(copy) });
    const rendered = await withChartAtCommit('HEAD', folder, render, options.signal);
    return rendered && 'text' in rendered ? rendered.text : undefined;
  },
  commitOf: (chart) => lastCommit(fileURLToPath(chart)),
  text(chart, file) {
    const read = readFile(resolve(fileURLToPath(chart), file));
    return 'text' in read ? read.text : undefined;
  },
  uriOf: (chart, file) => pathToFileURL(resolve(fileURLToPath(chart), file)).href,
  fileOf(chart, uri) {
    const path = pathOf(uri);
    const file = path === undefined ? '..' : relative(fileURLToPath(chart), path);
    return file.startsWith('..') ? undefined : file.split(sep).join('/');
  },
  valuesFiles(chart) {
    const folder = fileURLToPath(chart);
    const own = namesIn(folder).filter((name) => name !== 'values.yaml' && /^values[-_.]|[-_.]values\./.test(name));
    return [
      ...namesIn(join(folder, 'ci'))
        .filter((name) => /values\./.test(name))
        .map((name) => `ci/${name}`),
      ...own,
    ];
  },
};

function isAbove(file: string): boolean {
  return isAbsolute(file) || file.split(/[/\\]/).includes('..');
}

/** The YAML files of a folder, by name; none of one that cannot be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    // An address of another machine, or with escapes that are none.
    return undefined;
  }
}
