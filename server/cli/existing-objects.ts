import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../application/analysis.ts';
import { existingAmong } from '../application/changes/existing-objects.ts';
import { renderedFor, withVersionsOfChart } from '../application/configuration/versions-of-chart.ts';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import type { Settings } from '../application/settings/settings.ts';
import { buildKustomization } from '../files/build-kustomization.ts';
import { chartsAt } from '../files/charts-at.ts';
import { withChartAtCommit } from '../files/commits/chart-at-commit.ts';
import { filesAtCommit } from '../files/commits/files-at-commit.ts';
import { withOverlayAtCommit } from '../files/commits/overlay-at-commit.ts';
import { isFolder } from '../files/folders.ts';
import { isKustomization } from '../files/kustomizations-at.ts';
import { manifestsAt, readFound } from '../files/manifests-at.ts';
import type { TextFile, Unread } from '../files/read-file.ts';
import { chartText, manifestsOfChart } from '../files/render-chart.ts';
import { shownName } from '../files/shown-name.ts';
import { render } from '../messages/render.ts';
import { asText } from './as-text.ts';
import type { PlacedObject } from './objects-meant.ts';

export interface ExistingAt {
  /** A file, a folder, `-`, or else a commit, branch or tag. */
  readonly against: string;
  /** The files and folders, and the charts, whose older state a commit is asked for. */
  readonly paths: readonly string[];
  readonly charts: readonly string[];
  /** Folders of kustomizations, which are built. */
  readonly overlays: readonly string[];
  readonly values: readonly string[];
}

/** Where objects of a file live that name no namespace. */
type NamespaceOf = (file: string) => KnownFacts['namespace'];

/** A text, and where it stands among what is compared. */
interface PlacedText extends TextFile {
  readonly from?: string;
}

/** The objects that exist, as a file says, a cluster's dump, or an older state of the same paths. */
export async function existingObjects(
  at: ExistingAt,
  settings: Settings,
  namespaceOf: NamespaceOf,
): Promise<readonly PlacedObject[] | Unread> {
  const read = at.against === '-' || existsSync(at.against) ? await textsIn(at, settings) : await textsAtCommit(at, settings);
  return 'unread' in read ? read : read.flatMap((file) => objectsIn(file, settings, namespaceOf(file.file)));
}

type Texts = readonly PlacedText[] | Unread;

function objectsIn({ file, text, from }: PlacedText, settings: Settings, namespace: string | undefined): readonly PlacedObject[] {
  const { objects } = createAnalyzer().analyse(TextDocument.create(file, 'yaml', 1, text), settings);
  const existing = existingAmong(
    objects.map(({ judged }) => judged),
    namespace,
  );
  return existing.map((one) => ({ ...one, from }));
}

async function textsIn({ against, paths, values }: ExistingAt, settings: Settings): Promise<Texts> {
  const charts = chartsAt([against], false);
  if (charts.length > 0) return renderedTexts(against, against, values, settings);
  if (isKustomization(against)) return builtTexts(against, against, settings);
  const { files, unread } = manifestsAt([against]);
  const [path] = paths.filter(isFolder);
  const isCopy = path !== undefined && paths.length === 1 && isFolder(against);
  const texts = files.map((found) => asText(readFound(found)));
  const placed = texts.map((one) => (isCopy && 'text' in one ? { ...one, from: resolve(path, relative(against, one.file)) } : one));
  return together([...unread.map((one) => ({ unread: one })), ...placed]);
}

async function textsAtCommit({ against, paths, charts, overlays, values }: ExistingAt, settings: Settings): Promise<Texts> {
  const read: (readonly (PlacedText | Unread)[])[] = [];
  for (const path of paths.filter((one) => one !== '-')) read.push(placed(await filesAtCommit(against, path, { text: 'Job' })));
  for (const chart of charts) read.push(placed(await renderedAtCommit(against, chart, values, settings), chart));
  for (const overlay of overlays) {
    const built = await withOverlayAtCommit(against, overlay, (copy) => builtTexts(copy, overlay, settings));
    read.push(placed(built ?? [], overlay));
  }
  return together(read.flat());
}

/** Each in the file that it is of, or in what was built of a folder. */
function placed(texts: Texts, folder?: string): readonly (PlacedText | Unread)[] {
  return 'unread' in texts ? [texts] : texts.map((one) => ({ ...one, from: resolve(folder ?? one.file) }));
}

/** All of them, or why one could not be read. */
function together(read: readonly (PlacedText | Unread)[]): Texts {
  return read.find((one) => 'unread' in one) ?? read.filter((one) => 'text' in one);
}

async function renderedAtCommit(reference: string, chart: string, values: readonly string[], settings: Settings): Promise<Texts> {
  return (await withChartAtCommit(reference, chart, (copy) => renderedTexts(copy, chart, values, settings))) ?? [];
}

async function renderedTexts(folder: string, chart: string, values: readonly string[], settings: Settings): Promise<Texts> {
  const kubeVersion = renderedFor(withVersionsOfChart(settings, chartText(folder, 'Chart.yaml') ?? ''));
  const rendered = await manifestsOfChart(folder, { helm: 'helm', values, kubeVersion });
  switch (rendered.status) {
    case 'rendered':
      return [{ file: join(chart, 'Chart.yaml'), text: rendered.text }];
    case 'no-helm':
      return { unread: `${shownName(chart)}: ${render('chart-not-compared', {})}` };
    case 'stopped':
      return { unread: `${shownName(chart)}: ${render(`chart-${rendered.why}`, {})}` };
    case 'refused':
      return { unread: shownName(`${chart}: helm: ${rendered.message}`) };
  }
}

async function builtTexts(folder: string, overlay: string, { kubectl, kustomize }: Settings): Promise<Texts> {
  const build = await buildKustomization(folder, { kubectl: kubectl.path, kustomize: kustomize.path });
  switch (build.status) {
    case 'built':
      return build.documents.map(({ body }) => ({ file: join(overlay, 'kustomization.yaml'), text: body.text }));
    case 'no-tool':
      return { unread: `${shownName(overlay)}: ${render('overlay-not-compared', {})}` };
    case 'stopped':
      return { unread: `${shownName(overlay)}: ${render(`kustomize-${build.why}`, {})}` };
    case 'refused':
      return { unread: shownName(`${overlay}: kustomize: ${build.message}`) };
  }
}
