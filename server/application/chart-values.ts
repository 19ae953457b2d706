import { rootFields } from '../kubernetes/decoding/objects-in-document.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import { isRecord } from '../plain/record.ts';

/** Whether a document is what a chart's values file holds, which may name any `kind`: it says no API, or what no manifest says at its root. */
export function isChartValues(uri: string, { body }: ManifestDocument): boolean {
  if (!/(?:^|[/\\])(?:values|[^/\\]*[.-]values|values[.-][^/\\]*)\.ya?ml$/.test(uri)) return false;
  const { value } = body;
  if (!isRecord(value) || !Object.hasOwn(value, 'apiVersion')) return true;
  return Object.keys(value).some((key) => !rootFields.has(key));
}
