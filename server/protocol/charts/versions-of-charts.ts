import { withVersionsOfChart } from '../../application/configuration/versions-of-chart.ts';
import type { Settings } from '../../application/settings/settings.ts';
import type { ChartTools } from '../../charts/chart-tools.ts';

/** The versions of Kubernetes that charts allow, for what stands in them. */
export interface VersionsOfCharts {
  /** The settings of a text, as the chart around it changes them; the same as long as both are. */
  inForce(settings: Settings, uri: string): Settings;
  /** Tells that files are other ones now, or gone. */
  changed(uris: readonly string[]): void;
}

/** Reads what stands in charts once for a folder; without tools, as in a browser, nothing is known of them. */
export function versionsOfCharts(tools: Pick<ChartTools, 'chartOf' | 'text'> | undefined): VersionsOfCharts {
  const known = new Map<string, { readonly text: string | undefined }>();
  const read = (uri: string) => {
    const chart = tools?.chartOf(uri);
    return { text: chart === undefined ? undefined : tools?.text(chart, 'Chart.yaml') };
  };
  return {
    inForce(settings, uri) {
      const folder = uri.slice(0, uri.lastIndexOf('/'));
      const found = known.get(folder) ?? read(uri);
      known.set(folder, found);
      return found.text === undefined ? settings : withVersionsOfChart(settings, found.text);
    },
    changed(uris) {
      if (uris.some((uri) => uri.endsWith('/Chart.yaml'))) known.clear();
    },
  };
}
