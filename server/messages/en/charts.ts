import type { MessageTable } from '../table/message-table.ts';

/** What is said of Helm's charts, and of kustomizations that are built. */
export const charts = {
  'chart-value': 'This value goes into it.',
  'chart-no-helm': 'helm was not found, so the templates are judged as they stand. Install helm, or put it on PATH.',
  'chart-too-long': 'helm took longer than 30 s and was stopped. Render the chart by hand and judge what comes out.',
  'chart-too-much': 'helm printed more than 50 MB and was stopped. Render less of the chart, with values that leave parts out.',
  'chart-refused': ({ words }: { words: string }) => `helm could not render this chart: ${words}`,
  'chart-cancelled': 'helm was stopped.',
  'kustomize-no-tool':
    'neither kubectl nor kustomize was found, so the files are judged as they stand. Install one of them, or put it on PATH.',
  'kustomize-refused': ({ words }: { words: string }) => `kustomize could not build this: ${words}`,
  'kustomize-fetches': ({ what }: { what: string }) =>
    `${what} comes from the network, so this is not built by itself: run \`kubejob validate --kustomize\` on it.`,
  'kustomize-too-long': 'the build took longer than 30 s and was stopped. Build it by hand and judge what comes out.',
  'kustomize-too-much': 'the build printed more than 50 MB and was stopped. Build it in parts.',
  'kustomize-cancelled': 'the build was stopped.',
  'kustomize-generate-name': 'kustomize knows objects by metadata.name, so give it one in place of generateName',
  'patch-container-unknown': ({ container, nearest, names }: { container: string; nearest: string; names: string }) =>
    `No container is called \`${container}\`, so this adds one and changes none: ${nearest === '' ? `use one of ${names}` : `is ${nearest} meant?`}`,
} as const satisfies MessageTable;
