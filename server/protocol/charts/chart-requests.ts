import type { BuildStatus } from '../builds/build-source.ts';

/** Notification to the editor: a chart was rendered anew. */
export const chartRenderedNotification = 'kubejob/chartRendered';

/** Request: the chart that an open file belongs to; null where there is none, and where nothing may run. */
export const chartRequest = 'kubejob/chart';
export interface ChartParams {
  readonly uri: string;
}
export interface ChartResult {
  readonly chart: {
    readonly uri: string;
    readonly status: BuildStatus | 'unknown';
    readonly message: string | null;
    /** The files of values in force beside the chart's own, from its folder. */
    readonly values: readonly string[];
    /** Those that may be chosen. */
    readonly offered: readonly string[];
    /** Which versions its `kubeVersion` has judged, and as it is written; null where others are in force. */
    readonly kubernetes: { readonly versions: string; readonly kubeVersion: string } | null;
  } | null;
}
