import type { RenderedDocument } from './rendered-chart.ts';

/** What came of rendering a chart with the user's helm. */
export type ChartRender =
  /** `templates`: the chart's own files of templates, below its folder; none of a chart that is too large to be copied. */
  | { readonly status: 'rendered'; readonly documents: readonly RenderedDocument[]; readonly templates: readonly string[] }
  | { readonly status: 'no-helm' }
  | { readonly status: 'stopped'; readonly why: WhyStopped }
  /** Why helm refused, in its own words. */
  | { readonly status: 'refused'; readonly message: string };

/** Why a program of the user's was stopped: it was no longer wanted, took too long, or printed too much. */
export type WhyStopped = 'cancelled' | 'too-long' | 'too-much';

export interface ChartOptions {
  /** The program; `helm` is looked for along PATH. */
  readonly helm: string;
  /** Files of values beside the chart's own, the later ones win; those that are not absolute count from where the process runs. */
  readonly values: readonly string[];
  /** The release of Kubernetes that it is rendered for, such as `1.33.0`; helm's own where none is named. */
  readonly kubeVersion?: string | undefined;
  readonly signal?: AbortSignal;
}

/** What a server that may run the user's helm asks of the place it runs in. Charts and files are `file:` addresses. */
export interface ChartTools {
  /** The outermost chart that a file is in; undefined where none is above it. */
  chartOf(uri: string): string | undefined;
  /** Renders a chart, and does something with that. `values` count from the chart's folder. */
  render<T>(chart: string, options: ChartOptions, use: (rendered: ChartRender) => T): Promise<T>;
  /** The manifests of the chart as it was committed last; undefined where git knows no such chart, or where it could not be rendered. */
  committed(chart: string, options: ChartOptions): Promise<string | undefined>;
  /** The commit that came last where the chart is; undefined where git does not know it. */
  commitOf(chart: string): Promise<string | undefined>;
  /** The text of a file, by its path below the chart or from there; undefined where it cannot be read. */
  text(chart: string, file: string): string | undefined;
  uriOf(chart: string, file: string): string;
  /** The path of a file below the chart, with `/`; undefined of files elsewhere. */
  fileOf(chart: string, uri: string): string | undefined;
  /** The files of values in a chart that may be chosen beside its own: `ci/*-values.yaml` and `values-*.yaml`. */
  valuesFiles(chart: string): readonly string[];
}
