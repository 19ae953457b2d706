import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Configuration, configured, readConfiguration } from '../../application/configuration/configuration.ts';
import { configurationName } from '../../application/configuration/configuration-name.ts';
import { withVersionsOfChart } from '../../application/configuration/versions-of-chart.ts';
import { settingList } from '../../application/settings/setting-list.ts';
import { defaultSettings, type Settings, versionsOf } from '../../application/settings/settings.ts';
import { chartAround } from '../../files/charts-at.ts';
import { filesAbove } from '../../files/files-above.ts';
import { readFile } from '../../files/read-file.ts';
import { readVersionRange, type VersionRange } from '../../kubernetes/version-range.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { oncePer } from '../../plain/once-per.ts';

/** The settings by which each file is judged, wherever it lies. */
export function settingsByFile(settings: Settings): (file: string) => Settings {
  const inForce = settingsInForce(settings);
  return (file) => practicesJudged(inForce(file));
}

/** Practices are judged where they are not shown, too: JSON marks them, the text says how many there are. */
export const practicesJudged: (settings: Settings) => Settings = oncePer(
  (settings: Settings) => settings,
  (settings) => (settings.advice === 'pitfalls' ? { ...settings, advice: 'all' } : settings),
);

/**
 * The settings of the call where a file lies, as the chart that it is in and the configuration nearest above it say: what the call asks
 * for (`asked`) holds all the same.
 */
export function settingsInForce(settings: Settings): (file: string) => Settings {
  const known = new Map<string, Around>();
  return (file) => {
    const folder = dirname(file);
    const { above, chart } = known.get(folder) ?? { above: configurationAbove(file), chart: textOfChart(resolve(folder)) };
    known.set(folder, { above, chart });
    const here = chart === undefined ? settings : withVersionsOfChart(settings, chart);
    if (!above) return here;
    const path = relative(above.folder, resolve(file)).replaceAll(sep, '/');
    return configured(here, above.configuration, path);
  };
}

/** What stands around a folder: a configuration, and the text of the chart that it is in. */
interface Around {
  readonly above: Above | undefined;
  readonly chart: string | undefined;
}

function textOfChart(folder: string): string | undefined {
  const chart = chartAround(folder);
  const read = chart === undefined ? undefined : readFile(join(chart, 'Chart.yaml'));
  return read && 'text' in read ? read.text : undefined;
}

/** What a call asks for, and otherwise leaves to configurations: of versions the newest decides. */
export function settingsOfCall({
  kubernetesVersion,
  advice,
}: {
  readonly kubernetesVersion?: KubernetesVersion | VersionRange | undefined;
  readonly advice?: Settings['advice'] | undefined;
}): Settings {
  const range = typeof kubernetesVersion === 'string' ? readVersionRange(kubernetesVersion) : kubernetesVersion;
  const asked = [...(range ? [settingList.kubernetesVersion] : []), ...(advice ? [settingList.advice] : [])];
  return { ...defaultSettings, ...versionsOf(range), advice: advice ?? 'pitfalls', asked: asked.map(({ name }) => name) };
}

interface Above {
  readonly folder: string;
  readonly configuration: Configuration;
}

function configurationAbove(file: string): Above | undefined {
  const [found] = filesAbove([file], configurationName);
  const read = found === undefined ? undefined : readFile(found);
  return found !== undefined && read && 'text' in read
    ? { folder: dirname(found), configuration: readConfiguration(read.text) }
    : undefined;
}
