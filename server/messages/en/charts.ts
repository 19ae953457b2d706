import type { MessageTable } from '../table/message-table.ts';

/** What is said of Helm's charts. */
export const charts = {
  'chart-value': 'This value goes into it.',
  'chart-no-helm': 'helm was not found, so the templates are judged as they stand. Install helm, or put it on PATH.',
  'chart-too-long': 'helm took longer than 30 s and was stopped. Render the chart by hand and judge what comes out.',
  'chart-too-much': 'helm printed more than 50 MB and was stopped. Render less of the chart, with values that leave parts out.',
  'chart-refused': ({ words }: { words: string }) => `helm could not render this chart: ${words}`,
  'chart-cancelled': 'helm was stopped.',
} as const satisfies MessageTable;
