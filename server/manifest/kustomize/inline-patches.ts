import type { NodePath } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import type { ManifestBody, ManifestDocument } from '../document.ts';
import { type TextMap, textMap } from '../faults/text-map.ts';
import { mendedPlaces } from '../mended-places.ts';
import { parseManifests } from '../parse.ts';
import { jsonPatchBody } from './json-patch.ts';
import { kustomizationNames } from './kustomization.ts';

/**
 * The patches that stand in a kustomization itself, as text within its text: each a document whose places are those of the
 * kustomization. A list of operations (JSON 6902) becomes the object that it makes of nothing. Empty of what is no kustomization.
 */
export function inlinePatches({ body }: Pick<ManifestDocument, 'body'>, uri: string): readonly ManifestBody[] {
  const { value } = body;
  if (!isRecord(value) || !isKustomization(value['apiVersion'], uri)) return [];
  return [
    ...patchesIn(body, value['patches'], ['patches']),
    ...patchesIn(body, value['patchesJson6902'], ['patchesJson6902']),
    ...textsIn(value['patchesStrategicMerge']).flatMap(([index]) => documentsAt(body, ['patchesStrategicMerge', index], undefined)),
  ];
}

function isKustomization(apiVersion: unknown, uri: string): boolean {
  return String(apiVersion ?? '').startsWith('kustomize.config.k8s.io/') || kustomizationNames.some((name) => uri.endsWith(`/${name}`));
}

function patchesIn(body: ManifestBody, patches: unknown, at: NodePath): readonly ManifestBody[] {
  if (!Array.isArray(patches)) return [];
  return patches.flatMap((patch: unknown, index) => {
    if (!isRecord(patch) || typeof patch['patch'] !== 'string') return [];
    return documentsAt(body, [...at, index, 'patch'], patch['target']);
  });
}

/** Texts of a list that are no paths. */
function textsIn(list: unknown): readonly (readonly [number, string])[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown, index) => (typeof one === 'string' && /[\n{]/.test(one) ? [[index, one] as const] : []));
}

function documentsAt(body: ManifestBody, path: NodePath, target: unknown): readonly ManifestBody[] {
  const map = contentOf(body, path);
  if (!map) return [];
  return parseManifests(map.mended).documents.flatMap(({ start, body: inner }) => {
    const own: TextMap = {
      ...map,
      toMended: (offset) => map.toMended(offset) - start,
      toWritten: (offset) => map.toWritten(offset + start),
    };
    const placed: ManifestBody = {
      ...mendedPlaces(inner, own, body.text),
      text: body.text,
      templated: inner.templated,
      value: inner.value,
      reading: inner.reading,
      problems: inner.problems.map(({ mends, ...problem }) => ({
        ...problem,
        range: { start: own.toWritten(problem.range.start), end: own.toWritten(problem.range.end) },
        ...(mends
          ? {
              mends: mends.map((mend) => ({
                ...mend,
                edits: mend.edits.map((edit) => ({ ...edit, start: own.toWritten(edit.start), end: own.toWritten(edit.end) })),
              })),
            }
          : {}),
      })),
    };
    return Array.isArray(inner.value) ? jsonPatchBody(placed, inner.value, target) : [placed];
  });
}

/** The text that a scalar holds, and where it stands; undefined where that is not written as it reads. */
function contentOf(body: ManifestBody, path: NodePath): TextMap | undefined {
  const [range, source] = [body.valueRange(path), body.scalarSource(path)];
  if (!range || !source) return undefined;
  const written = body.text.slice(range.start, range.end);
  if (source.style === 'block') return blockContent(body.text, range.start, range.end);
  const quote = source.style === 'plain' ? 0 : 1;
  if (quote && /\\|''|\n/.test(written)) return undefined;
  return within(body.text, range.start + quote, range.end - quote, []);
}

/** Of a block scalar: the lines below its sign, without the blanks that all of them begin with. */
function blockContent(text: string, start: number, end: number): TextMap | undefined {
  const header = text.indexOf('\n', start) + 1;
  if (header === 0 || header > end) return undefined;
  const content = text.slice(header, end);
  const indent = /^(?:[ ]*\r?\n)*([ ]*)/.exec(content)?.[1]?.length ?? 0;
  const blanks = [...content.matchAll(/^ +/gm)].map(({ index, 0: lead }) => ({
    start: header + index,
    end: header + index + Math.min(lead.length, indent),
    text: '',
  }));
  return within(text, header, end, blanks);
}

/** A part of a text, without some of it. */
function within(text: string, start: number, end: number, without: readonly { start: number; end: number; text: string }[]): TextMap {
  const outside = [
    { start: 0, end: start, text: '' },
    { start: end, end: text.length, text: '' },
  ];
  const [before, behind] = outside;
  return textMap(text, [...(before ? [before] : []), ...without, ...(behind ? [behind] : [])]);
}
