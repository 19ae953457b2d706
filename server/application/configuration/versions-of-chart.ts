import { releaseAllowed, versionsAllowed } from '../../kubernetes/version-constraint.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { valueAt } from '../../plain/node-path.ts';
import { oncePer, oncePerText } from '../../plain/once-per.ts';
import { settingList } from '../settings/setting-list.ts';
import { type Settings, versionsOf } from '../settings/settings.ts';

/**
 * The settings of what stands in a chart, by the text of its `Chart.yaml`: the versions that its `kubeVersion` allows decide where nobody
 * has set others. The same settings for the same text.
 */
export function withVersionsOfChart(settings: Settings, chart: string): Settings {
  const kubeVersion = settings.asked.includes(settingList.kubernetesVersion.name) ? undefined : kubeVersionIn(chart);
  return kubeVersion === undefined ? settings : allowedBy(settings)(kubeVersion);
}

/**
 * The release that a chart is rendered for, such that it is what is judged: helm refuses those that a `kubeVersion` does not allow. Undefined
 * where nobody says which, and helm's own will do.
 */
export function renderedFor({ kubeVersion, kubernetesVersion, versionsAreSaid }: Settings): string | undefined {
  if (kubeVersion !== undefined) return releaseAllowed(kubeVersion, kubernetesVersion);
  return versionsAreSaid ? `${kubernetesVersion}.0` : undefined;
}

const mostCharts = 50;

const allowedBy = oncePer(
  (settings: Settings) => settings,
  (settings) =>
    oncePerText(mostCharts, (kubeVersion): Settings => {
      const versions = versionsAllowed(kubeVersion);
      return versions ? { ...settings, ...versionsOf(versions), kubeVersion } : settings;
    }),
);

/** Helm takes no number for it. */
const kubeVersionIn = oncePerText(mostCharts, (chart) => {
  const value = valueAt(parseManifests(chart).documents[0]?.body.value, ['kubeVersion']);
  return typeof value === 'string' ? value : undefined;
});
