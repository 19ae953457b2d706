import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { filesBelow } from './files-below.ts';

/** The charts that paths name themselves; with `below` also those in folders, a chart within a chart not apart from it. */
export function chartsAt(paths: readonly string[], below: boolean): readonly string[] {
  const folders = paths.filter((path) => path !== '-');
  const named = folders.filter(isChart);
  const found = below ? folders.flatMap(chartsBelow) : [];
  const all = [...new Set([...named, ...found])];
  return all.filter((chart) => !all.some((other) => other !== chart && isBelow(chart, other)));
}

function isChart(folder: string): boolean {
  return existsSync(join(folder, 'Chart.yaml'));
}

function chartsBelow(folder: string): readonly string[] {
  return filesBelow(folder, (name) => name === 'Chart.yaml').files.map(dirname);
}

/** Whether a path lies in a folder. */
export function isBelow(path: string, folder: string): boolean {
  return path !== '-' && resolve(path).startsWith(resolve(folder) + sep);
}
