import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { filesBelow } from './files-below.ts';
import { gitIgnored } from './git-ignored.ts';

/** The charts that paths name themselves; with `below` also those in folders, a chart within a chart not apart from it. */
export function chartsAt(paths: readonly string[], below: boolean, gitignore = true): readonly string[] {
  const folders = paths.filter((path) => path !== '-');
  const named = folders.filter(isChart);
  const found = below ? folders.flatMap((folder) => chartsBelow(folder, gitignore)) : [];
  const all = [...new Set([...named, ...found])];
  return all.filter((chart) => !all.some((other) => other !== chart && isBelow(chart, other)));
}

function isChart(folder: string): boolean {
  return existsSync(join(folder, 'Chart.yaml'));
}

function chartsBelow(folder: string, gitignore: boolean): readonly string[] {
  return filesBelow(folder, (name) => name === 'Chart.yaml', gitignore ? gitIgnored(folder) : undefined).files.map(dirname);
}

/** Whether a path lies in a folder. */
export function isBelow(path: string, folder: string): boolean {
  return path !== '-' && resolve(path).startsWith(resolve(folder) + sep);
}

/** How far above a file its chart is looked for. */
const mostLevels = 20;

/** The outermost chart that a folder is in; undefined where none is around it. */
export function chartAround(folder: string): string | undefined {
  return outermost(chartsAbove(folder, mostLevels));
}

/** The charts that a folder is in, the innermost first. */
function chartsAbove(folder: string, levels: number): readonly string[] {
  const own = isChart(folder) ? [folder] : [];
  const up = dirname(folder);
  return levels === 0 || up === folder ? own : [...own, ...chartsAbove(up, levels - 1)];
}

/** A chart in the folder `charts` of another one is rendered with that one's values. */
function outermost(charts: readonly string[]): string | undefined {
  return charts.reduce<string | undefined>((found, chart) => {
    const isAround = found !== undefined && dirname(dirname(found)) === chart && basename(dirname(found)) === 'charts';
    return found === undefined || isAround ? chart : found;
  }, undefined);
}
