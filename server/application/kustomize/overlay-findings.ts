import { TextDocument } from 'vscode-languageserver-textdocument';
import { podSpecPath } from '../../kubernetes/kinds.ts';
import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import type { ManifestDocument } from '../../manifest/document.ts';
import type { BuiltDocument } from '../../manifest/kustomize/built-documents.ts';
import { type Layer, type LayerPatch, layersOf, type WrittenDocument } from '../../manifest/kustomize/layers.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { Texts } from '../../messages/render.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { oncePerText } from '../../plain/once-per.ts';
import { isRecord } from '../../plain/record.ts';
import type { JudgedFinding } from '../../validation/judge/judged-finding.ts';
import { createAnalyzer, type ObjectInText } from '../analysis.ts';
import {
  type BuiltFinding,
  type BuiltVerdict,
  builtFinding,
  type DeliveredFinding,
  type HowToJudgeBuilt,
  verdictOf,
} from '../charts/built-verdict.ts';
import { withFactsOfRelease } from '../facts/known-facts.ts';
import { committedObjects, withCommitted } from '../findings/committed-objects.ts';
import { fileFindings } from '../findings/file-findings.ts';
import { locate } from '../locate.ts';
import { placeOf, type WrittenPlace, whereWritten } from './where-written.ts';

/** So many files that documents were made of are read once. */
const mostFiles = 100;

/**
 * Judges what a kustomization was built to, and puts each finding into the file that wrote it: base, patch or overlay. `folder` and
 * files are whole paths with `/`; `text` reads them.
 */
export function overlayFindings(
  built: readonly BuiltDocument[],
  folder: string,
  text: (path: string) => string | undefined,
  { settings, facts, findingsOf, committed }: HowToJudgeBuilt,
  now?: () => number,
): BuiltVerdict {
  const analyzer = createAnalyzer(now);
  const before = committedObjects(committed, settings, analyzer);
  const layers = layersOf(folder, text);
  const known = withFactsOfRelease(
    facts,
    built.map(({ body }) => body.text),
  );
  // A base is that of many documents and findings.
  const written = oncePerText(mostFiles, (file: string) => {
    const content = text(file);
    return content === undefined ? undefined : { text: content, documents: parseManifests(content).documents };
  });
  const judged = built.map((document, number): BuiltVerdict => {
    const uri = `${folder}#${number}`;
    const made = TextDocument.create(uri, 'yaml', 1, document.body.text);
    const analysis = withCommitted(analyzer.analyse(made, settings, false, known), before);
    analyzer.forget(uri);
    const sourcesFor = (object: ObjectInText | undefined) => sourcesOf(document, object, layers, written);
    const found: readonly DeliveredFinding[] = (findingsOf ?? fileFindings)(analysis);
    const findings = found.flatMap((one) => {
      const { at } = one.finding;
      const words = at.range && document.body.text.slice(at.range.start, at.range.end);
      const place = whereWritten(at, document.body.value, sourcesFor(one.object), layers, words) ?? beginning(layers);
      return place ? [builtFinding(one, number, place)] : [];
    });
    const unknown = (findingsOf ? [] : analysis.objects).flatMap((object) =>
      unknownContainers(object.judged, number, sourcesFor(object), analysis.texts),
    );
    return { objects: analysis.objects.length, findings: [...findings, ...unknown] };
  });
  return verdictOf(judged);
}

/** Where nothing says more: at the beginning of the kustomization. */
function beginning([layer]: readonly Layer[]): WrittenPlace | undefined {
  return layer && placeOf(layer, locate(layer.body, { path: [], part: 'value' }));
}

export interface Sources {
  /** In which fields of the object may be written, those that win first: patches from the outermost kustomization in, then its own file. */
  readonly patches: readonly LayerPatch[];
  readonly origin: WrittenDocument | undefined;
}

function sourcesOf(
  { body, origin }: BuiltDocument,
  object: ObjectInText | undefined,
  layers: readonly Layer[],
  written: (file: string) => { readonly text: string; readonly documents: readonly ManifestDocument[] } | undefined,
): Sources {
  const kind = object?.judged.kind ?? valueAt(body.value, ['kind']);
  const name = String(valueAt(body.value, ['metadata', 'name']) ?? '');
  const file = origin === undefined ? undefined : written(origin);
  const candidates = file?.documents.filter((one) => valueAt(one.body.value, ['kind']) === kind) ?? [];
  const own = candidates.find((one) => name.includes(String(valueAt(one.body.value, ['metadata', 'name'])))) ?? candidates[0];
  const ownName = own && valueAt(own.body.value, ['metadata', 'name']);
  const isFor = ({ body: { value }, target }: LayerPatch) => {
    if (!isRecord(value) || value['kind'] !== kind) return false;
    const meant = target ? target['name'] : valueAt(value, ['metadata', 'name']);
    return meant === undefined || meant === ownName || meant === name;
  };
  return {
    patches: layers.flatMap(({ patches }) => patches.filter(isFor).reverse()),
    origin: own && file && origin !== undefined ? { file: origin, text: file.text, start: own.start, body: own.body } : undefined,
  };
}

/** Containers of patches that none of the object is called as: kustomize adds them, and changes none. */
function unknownContainers(
  { kind, name }: ObjectInText['judged'],
  document: number,
  { patches, origin }: Sources,
  texts: Texts,
): readonly BuiltFinding[] {
  if (kind === null || !origin) return [];
  return (['containers', 'initContainers'] as const).flatMap((list) => {
    const path: NodePath = [...podSpecPath(kind), list];
    const names = namesIn(valueAt(origin.body.value, path));
    if (names.length === 0) return [];
    return patches
      .filter(({ operations }) => !operations)
      .flatMap((patch) =>
        itemsAt(patch.body.value, path).flatMap((item, at): readonly BuiltFinding[] => {
          const container = isRecord(item) && item['$patch'] === undefined ? item['name'] : undefined;
          if (typeof container !== 'string' || names.includes(container)) return [];
          const [nearest = ''] = nearestNames(container, names);
          // A whole container with a name of its own is one that is to be added.
          if (nearest === '' && isRecord(item) && item['image'] !== undefined) return [];
          const args = { container, nearest, names: names.join(', ') };
          const place = { path: [...path, at, 'name'], part: 'value' as const };
          const finding: JudgedFinding = {
            path: '',
            at: place,
            reason: 'Advice',
            code: 'patch-container-unknown',
            args,
            severity: 'warning',
          };
          return [
            {
              ...placeOf(patch, locate(patch.body, place)),
              about: { document, kind, name },
              finding,
              message: texts('patch-container-unknown', args),
              values: [],
            },
          ];
        }),
      );
  });
}

function itemsAt(value: unknown, path: NodePath): readonly unknown[] {
  const items = valueAt(value, path);
  return Array.isArray(items) ? items : [];
}

function namesIn(list: unknown): readonly string[] {
  return Array.isArray(list)
    ? list.flatMap((item: unknown) => (isRecord(item) && typeof item['name'] === 'string' ? [item['name']] : []))
    : [];
}
