import { chartsAt } from '../../files/charts-at.ts';
import { changedSince } from '../../files/commits/changed-files.ts';
import { folderAround } from '../../files/folders.ts';
import { type FoundFile, manifestsAt } from '../../files/manifests-at.ts';
import type { Unread } from '../../files/read-file.ts';

/** What a call names. */
export interface FilesAsked {
  readonly charts: readonly string[];
  /** Sorted by name; those of charts are not among them. */
  readonly files: readonly FoundFile[];
  /** Why some could not be looked at. */
  readonly notRead: readonly string[];
}

export interface HowToLook {
  /** Look for charts in folders, too. */
  readonly helm?: boolean;
  /** False: folders do not leave out what git ignores. */
  readonly gitignore?: boolean;
  /** What standard input is called. */
  readonly stdinFilename?: string;
  /** Only what is not as it was where git's history left this revision. */
  readonly changed?: string;
  /** That there is no file is no fault. */
  readonly allowEmpty?: boolean;
  /** Files of values for the charts. */
  readonly values?: readonly string[];
}

/** Values that nothing is rendered with say that a chart is not judged that was meant to be. */
const valuesForNothing = '--values are for charts, and no path is one: name the folder of its Chart.yaml, or look for charts with --helm';

/** The charts and files that paths name. A chart counts as changed where any of its files is. */
export async function filesAsked(
  paths: readonly string[],
  { helm = false, gitignore = true, stdinFilename, changed: since, allowEmpty = false, values }: HowToLook,
): Promise<FilesAsked | Unread> {
  const changed = since === undefined ? undefined : await changedSince(since, [...new Set(paths.map(folderAround))]);
  if (changed && 'unread' in changed) return changed;
  const charts = chartsAt(paths, helm, gitignore);
  if (values && charts.length === 0 && !helm) return { unread: valuesForNothing };
  const { files, unread } = manifestsAt(
    paths.filter((path) => !charts.includes(path)),
    { gitignore, stdinName: stdinFilename, mayBeEmpty: allowEmpty || since !== undefined },
  );
  if (!changed) return { charts, files, notRead: unread };
  return {
    charts: charts.filter(changed.hasBelow),
    files: files.filter(({ file }) => file === '-' || changed.has(file)),
    notRead: unread,
  };
}
