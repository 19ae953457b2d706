import { resolve } from 'node:path';
import { isBelow } from '../../files/charts-at.ts';
import { filesOfKustomization, kustomizationsAt } from '../../files/kustomizations-at.ts';
import { type FoundFile, manifestsAt } from '../../files/manifests-at.ts';
import { shownName } from '../../files/shown-name.ts';
import { render } from '../../messages/render.ts';
import type { FileFindings } from '../report/reported-finding.ts';
import type { Progress } from '../streams/progress.ts';
import type { JudgedCharts } from './judge-charts.ts';
import type { HowToJudge } from './judge-files.ts';

interface Asked {
  readonly paths: readonly string[];
  /** Charts that are to be rendered. */
  readonly charts: readonly string[];
  /** Those that are found besides. */
  readonly files: readonly FoundFile[];
  /** Build the kustomizations in and below the paths. */
  readonly kustomize?: boolean;
  /** Files of values for charts. */
  readonly values?: readonly string[];
  readonly gitignore?: boolean;
}

interface JudgedBuilt {
  readonly results: readonly FileFindings[];
  /** Charts that helm is missing for: their templates are judged as they stand. */
  readonly chartsAsTheyStand: readonly string[];
  /** Of charts and kustomizations for which a tool is missing. */
  readonly toolsMissing: readonly string[];
  /** Why something was not judged, in words. */
  readonly notJudged: readonly string[];
}

const nothing: JudgedCharts = { results: [], asTheyStand: [], refused: [] };

/** What the user's tools make of charts and kustomizations, judged, and the files that are left to be judged as they stand. */
export async function judgeBuilt(
  asked: Asked,
  how: HowToJudge,
  progress: Progress,
): Promise<{ readonly built: JudgedBuilt; readonly files: readonly FoundFile[] }> {
  const charts = asked.charts.length > 0 ? await withCharts(asked, how, progress) : { rendered: nothing, files: asked.files, unread: [] };
  const { built, files } = asked.kustomize
    ? await withKustomizations({ ...asked, files: charts.files }, how, progress)
    : { built: nothing, files: charts.files };
  const { rendered, unread } = charts;
  return {
    built: {
      results: [...rendered.results, ...built.results],
      chartsAsTheyStand: rendered.asTheyStand,
      toolsMissing: [
        ...rendered.asTheyStand.map((chart) => `${shownName(chart)}: ${render('chart-no-helm', {})}`),
        ...built.asTheyStand.map((folder) => `${shownName(folder)}: ${render('kustomize-no-tool', {})}`),
      ],
      notJudged: [...unread, ...rendered.refused, ...built.refused],
    },
    files,
  };
}

/** Charts rendered, and the files that are judged as they stand: of charts none, but where helm is missing those that a path names. */
async function withCharts(
  { paths, charts, files, values = [], gitignore = true }: Asked,
  { settings, facts }: HowToJudge,
  progress: Progress,
) {
  const rendered = await (await import('./judge-charts.ts')).judgeCharts(charts, values, settings, facts, {
    begun: (chart) => progress.step(() => `helm renders ${shownName(chart)}`),
  });
  const judged = charts.filter((chart) => !rendered.asTheyStand.includes(chart));
  const literal = manifestsAt(
    rendered.asTheyStand.filter((chart) => paths.includes(chart)),
    { gitignore },
  );
  const loose = together(files, literal.files).filter(({ file, named }) => named || !judged.some((chart) => isBelow(file, chart)));
  return { rendered, files: loose, unread: literal.unread };
}

/** Kustomizations built, and the files that are judged as they stand: not those that a build went through. */
async function withKustomizations({ paths, files, gitignore }: Asked, { settings, facts }: HowToJudge, progress: Progress) {
  const { judgeKustomizations } = await import('./judge-kustomizations.ts');
  const folders = kustomizationsAt(paths, gitignore);
  const built = await judgeKustomizations(folders, settings, facts, {
    begun: (folder) => progress.step(() => `${shownName(folder)} is built`),
  });
  const through = new Set(folders.filter((folder) => !built.asTheyStand.includes(folder)).flatMap(filesOfKustomization));
  return { built, files: files.filter(({ file }) => !through.has(resolve(file))) };
}

/** Each file once, sorted by name. */
function together(one: readonly FoundFile[], other: readonly FoundFile[]): readonly FoundFile[] {
  if (other.length === 0) return one;
  const files = new Map([...other, ...one].map((file) => [file.file, file]));
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What was found in charts between what is found in files, by their names. */
export async function* inOrder<Judged extends object>(charts: readonly FileFindings[], files: AsyncIterable<Judged | FileFindings>) {
  const waiting = [...charts].sort((a, b) => (a.file < b.file ? -1 : 1));
  for await (const result of files) {
    while ('file' in result && waiting[0] && waiting[0].file < result.file) yield* waiting.splice(0, 1);
    yield result;
  }
  yield* waiting;
}
