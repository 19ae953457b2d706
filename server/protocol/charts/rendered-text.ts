import type { RenderedDocument } from '../../charts/rendered-chart.ts';

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
