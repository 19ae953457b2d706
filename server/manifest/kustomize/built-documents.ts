import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import type { ManifestBody } from '../document.ts';
import { parseManifests } from '../parse.ts';

/** An object that a build of a kustomization printed. */
export interface BuiltDocument {
  readonly body: ManifestBody;
  /** The file that it comes from; undefined where the build does not say. */
  readonly origin: string | undefined;
}

const annotation = 'config.kubernetes.io/origin';

/** Reads what kustomize printed with the annotations of origin; `at` makes a path of one that counts from the built folder. */
export function readBuild(output: string, at: (path: string) => string): readonly BuiltDocument[] {
  return parseManifests(output).documents.map(({ body }) => {
    const told = valueAt(body.value, ['metadata', 'annotations', annotation]);
    const origin = typeof told === 'string' ? parseManifests(told).documents[0]?.body.value : undefined;
    const path = isRecord(origin) && origin['repo'] === undefined ? origin['path'] : undefined;
    return { body, origin: typeof path === 'string' ? at(path) : undefined };
  });
}

/** An object as it is built without the annotation that says where it comes from: as kustomize prints it, block style and indented by two. */
export function withoutOrigin(text: string): string {
  return text.replace(/^ {4}config\.kubernetes\.io\/origin: \|\n(?: {6}.*\n?)*/m, '').replace(/^ {2}annotations:\n(?! {4})/m, '');
}
