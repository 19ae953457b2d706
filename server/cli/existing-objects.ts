import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../application/analysis.ts';
import { type ExistingObject, existingAmong } from '../application/changes/existing-objects.ts';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import type { Settings } from '../application/settings/settings.ts';
import { withChartAtCommit } from '../files/chart-at-commit.ts';
import { chartsAt } from '../files/charts-at.ts';
import { filesAtCommit } from '../files/files-at-commit.ts';
import { manifestsAt, readFound } from '../files/manifests-at.ts';
import type { TextFile, Unread } from '../files/read-file.ts';
import { renderChart } from '../files/render-chart.ts';
import { shownName } from '../files/shown-name.ts';
import { render } from '../messages/render.ts';

export interface ExistingAt {
  /** A file, a folder, `-`, or else a commit, branch or tag. */
  readonly against: string;
  /** The files and folders, and the charts, whose older state a commit is asked for. */
  readonly paths: readonly string[];
  readonly charts: readonly string[];
  readonly values: readonly string[];
}

/** Where objects of a file live that name no namespace. */
type NamespaceOf = (file: string) => KnownFacts['namespace'];

/** The objects that exist, as a file says, a cluster's dump, or an older state of the same paths. */
export async function existingObjects(
  at: ExistingAt,
  settings: Settings,
  namespaceOf: NamespaceOf,
): Promise<readonly ExistingObject[] | Unread> {
  const read = at.against === '-' || existsSync(at.against) ? await textsIn(at) : await textsAtCommit(at);
  return 'unread' in read ? read : read.flatMap((file) => objectsIn(file, settings, namespaceOf(file.file)));
}

type Texts = readonly TextFile[] | Unread;

function objectsIn({ file, text }: TextFile, settings: Settings, namespace: string | undefined): readonly ExistingObject[] {
  const { objects } = createAnalyzer().analyse(TextDocument.create(file, 'yaml', 1, text), settings);
  return existingAmong(
    objects.map(({ judged }) => judged),
    namespace,
  );
}

async function textsIn({ against, values }: ExistingAt): Promise<Texts> {
  const charts = chartsAt([against], false);
  if (charts.length > 0) return renderedTexts(against, against, values);
  const { files, unread } = manifestsAt([against]);
  return together([...unread.map((one) => ({ unread: one })), ...files.map(readFound)]);
}

async function textsAtCommit({ against, paths, charts, values }: ExistingAt): Promise<Texts> {
  const read: (readonly (TextFile | Unread)[])[] = [];
  for (const path of paths.filter((one) => one !== '-')) read.push(each(await filesAtCommit(against, path, 'Job')));
  for (const chart of charts) read.push(each(await renderedAtCommit(against, chart, values)));
  return together(read.flat());
}

function each(texts: Texts): readonly (TextFile | Unread)[] {
  return 'unread' in texts ? [texts] : texts;
}

/** All of them, or why one could not be read. */
function together(read: readonly (TextFile | Unread)[]): Texts {
  return read.find((one) => 'unread' in one) ?? read.filter((one) => 'text' in one);
}

async function renderedAtCommit(reference: string, chart: string, values: readonly string[]): Promise<Texts> {
  return (await withChartAtCommit(reference, chart, (copy) => renderedTexts(copy, chart, values))) ?? [];
}

async function renderedTexts(folder: string, chart: string, values: readonly string[]): Promise<Texts> {
  const rendered = await renderChart(folder, { helm: 'helm', values });
  switch (rendered.status) {
    case 'rendered':
      return rendered.documents.map(({ template, text }) => ({ file: join(chart, template), text }));
    case 'no-helm':
      return { unread: `${shownName(chart)}: ${render('chart-not-compared', {})}` };
    case 'stopped':
      return { unread: `${shownName(chart)}: ${render(`chart-${rendered.why}`, {})}` };
    case 'refused':
      return { unread: shownName(`${chart}: helm: ${rendered.message}`) };
  }
}
