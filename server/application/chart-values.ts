import type { ManifestDocument } from '../manifest/document.ts';
import { isRecord } from '../plain/record.ts';

/** Whether a document is what a chart's values file holds, which may name any `kind`: it says no API, no metadata and no spec. */
export function isChartValues(uri: string, { body }: ManifestDocument): boolean {
  if (!/(?:^|[/\\])(?:values|[^/\\]*[.-]values|values[.-][^/\\]*)\.ya?ml$/.test(uri)) return false;
  const { value } = body;
  return !isRecord(value) || !['apiVersion', 'metadata', 'spec'].some((key) => Object.hasOwn(value, key));
}
