import type { ChartRender } from '../../charts/chart-tools.ts';

/** Notification to the server: the workspace is trusted from now on, so that the user's helm may run. `initializationOptions: {trusted: true}` says it from the start. */
export const trustNotification = 'kubejob/trusted';

/** Notification to the editor: a chart was rendered anew. */
export const chartRenderedNotification = 'kubejob/chartRendered';

/** Request: what the user's helm made of a template, and the line of it that a line of the template made; null where nothing was rendered. */
export const renderedRequest = 'kubejob/rendered';
export interface RenderedParams {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}
export interface RenderedResult {
  readonly rendered: { readonly text: string; readonly line: number } | null;
  /** Why the chart could not be rendered. */
  readonly message: string | null;
}

/** Request: the chart that an open file belongs to; null where there is none, and where nothing may run. */
export const chartRequest = 'kubejob/chart';
export interface ChartParams {
  readonly uri: string;
}
export interface ChartResult {
  readonly chart: {
    readonly uri: string;
    readonly status: ChartRender['status'] | 'unknown';
    readonly message: string | null;
    /** The files of values in force beside the chart's own, from its folder. */
    readonly values: readonly string[];
    /** Those that may be chosen. */
    readonly offered: readonly string[];
  } | null;
}
