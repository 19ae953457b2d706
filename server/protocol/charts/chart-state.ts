import type { Diagnostic } from 'vscode-languageserver-types';
import type { ChartRender } from '../../charts/chart-tools.ts';
import type { RenderedDocument } from '../../charts/rendered-chart.ts';

/** What is known of a chart of which files are open. */
export interface ChartState {
  /** What stops the run of helm that is under way. */
  readonly running: AbortController | undefined;
  /** Resolves when that run is over. */
  readonly ready: Promise<void>;
  readonly status: ChartRender['status'] | 'unknown';
  /** Why it could not be rendered. */
  readonly message: string | undefined;
  /** Of the latest render that worked. */
  readonly documents: readonly RenderedDocument[];
  /** What was found, by the address of the file, as it stands in the text now. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
}

export const newChart: ChartState = {
  running: undefined,
  ready: Promise.resolve(),
  status: 'unknown',
  message: undefined,
  documents: [],
  diagnostics: new Map(),
};

/** Where helm says that it stopped: `(tool/templates/cron.yaml:2:4)`, or `tool/templates/cron.yaml:2`; counted from 0. */
export function placeInChart(message: string): { readonly file: string; readonly line: number } | undefined {
  const [, file, line] = /(?:^|[\s(])[\w.-]+\/((?:charts\/[\w.-]+\/)*templates\/[^\s:()]+):(\d+)/.exec(message) ?? [];
  return file === undefined ? undefined : { file, line: Math.max(0, Number(line) - 1) };
}

/** What a template was rendered to, as helm prints it; all that the chart was rendered to for another file of it. */
export function renderedText(
  documents: readonly RenderedDocument[],
  file: string | undefined,
  line: number,
): { readonly text: string; readonly line: number } {
  const own = documents.filter(({ template }) => template === file);
  const lines = (own.length > 0 ? own : documents).flatMap(({ template, text, lines: from }) => [
    { text: '---', made: false },
    { text: `# Source: ${template}`, made: false },
    ...text.split('\n').map((one, at) => ({ text: one, made: from[at]?.file === file && from[at]?.line === line })),
  ]);
  return {
    text: lines.map((one) => one.text).join('\n'),
    line: Math.max(
      0,
      lines.findIndex(({ made }) => made),
    ),
  };
}
