import { TextDocument } from 'vscode-languageserver-textdocument';
import { podSpecPath } from '../../kubernetes/kinds.ts';
import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import type { BuiltDocument } from '../../manifest/kustomize/built-documents.ts';
import { type Layer, type LayerPatch, layersOf, type WrittenDocument } from '../../manifest/kustomize/layers.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { Texts } from '../../messages/render.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import type { JudgedFinding } from '../../validation/judge/judged-finding.ts';
import { type Analysis, createAnalyzer, type ObjectInText } from '../analysis.ts';
import { byPlace, type ChartFinding, type ChartVerdict, withoutRepeats } from '../charts/chart-findings.ts';
import { type KnownFacts, withFactsOfRelease } from '../facts/known-facts.ts';
import type { RefusedDelivery } from '../findings/change-findings.ts';
import { committedObjects, withCommitted } from '../findings/committed-objects.ts';
import { fileFindings } from '../findings/file-findings.ts';
import { locate } from '../locate.ts';
import type { LocatedFinding } from '../located-finding.ts';
import type { Settings } from '../settings/settings.ts';
import { placeOf, type WrittenPlace, whereWritten } from './where-written.ts';

/**
 * Judges what a kustomization was built to, and puts each finding into the file that wrote it: base, patch or overlay. `folder` and
 * files are whole paths with `/`; `text` reads them. `committed` are the manifests that it was built to when it was committed last.
 */
export function overlayFindings(
  built: readonly BuiltDocument[],
  folder: string,
  text: (path: string) => string | undefined,
  settings: Settings,
  facts: KnownFacts,
  now?: () => number,
  findingsOf?: (analysis: Analysis) => readonly (LocatedFinding & { readonly delivery?: RefusedDelivery })[],
  committed?: string,
): ChartVerdict {
  const analyzer = createAnalyzer(now);
  const before = committedObjects(committed, settings, analyzer);
  const layers = layersOf(folder, text);
  const known = withFactsOfRelease(
    facts,
    built.map(({ body }) => body.text),
  );
  const judged = built.map((document, number) => {
    const uri = `${folder}#${number}`;
    const written = TextDocument.create(uri, 'yaml', 1, document.body.text);
    const analysis = withCommitted(analyzer.analyse(written, settings, false, known), before);
    analyzer.forget(uri);
    const found: ReturnType<NonNullable<typeof findingsOf>> = (findingsOf ?? fileFindings)(analysis);
    const findings = found.flatMap(({ about, finding, message, isConsequence, object, delivery }): readonly ChartFinding[] => {
      const sources = sourcesOf(document, object, layers, text);
      const { range } = finding.at;
      const words = range && document.body.text.slice(range.start, range.end);
      const place = whereWritten(finding.at, document.body.value, sources, layers, words) ?? beginning(layers);
      if (!place) return [];
      return [
        {
          ...place,
          about: { ...about, document: number },
          finding,
          message,
          ...(isConsequence ? { isConsequence } : {}),
          ...(delivery ? { delivery } : {}),
          values: [],
        },
      ];
    });
    return {
      objects: analysis.objects.length,
      findings: [
        ...findings,
        ...(findingsOf ? [] : analysis.objects).flatMap((object) =>
          unknownContainers(object, document, number, layers, text, analysis.texts),
        ),
      ],
    };
  });
  const findings = judged.flatMap((one) => one.findings).sort(byPlace);
  return { objects: judged.reduce((sum, { objects }) => sum + objects, 0), findings: withoutRepeats(findings) };
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
  text: (path: string) => string | undefined,
): Sources {
  const kind = object?.judged.kind ?? valueAt(body.value, ['kind']);
  const name = String(valueAt(body.value, ['metadata', 'name']) ?? '');
  const content = origin === undefined ? undefined : text(origin);
  const candidates =
    content === undefined ? [] : parseManifests(content).documents.filter((one) => valueAt(one.body.value, ['kind']) === kind);
  const own = candidates.find((one) => name.includes(String(valueAt(one.body.value, ['metadata', 'name'])))) ?? candidates[0];
  const ownName = own && valueAt(own.body.value, ['metadata', 'name']);
  const isFor = ({ body: { value }, target }: LayerPatch) => {
    if (!isRecord(value) || value['kind'] !== kind) return false;
    const meant = target ? target['name'] : valueAt(value, ['metadata', 'name']);
    return meant === undefined || meant === ownName || meant === name;
  };
  return {
    patches: layers.flatMap(({ patches }) => patches.filter(isFor).reverse()),
    origin:
      own && origin !== undefined && content !== undefined ? { file: origin, text: content, start: own.start, body: own.body } : undefined,
  };
}

/** Containers of patches that none of the object is called as: kustomize adds them, and changes none. */
function unknownContainers(
  object: ObjectInText,
  document: BuiltDocument,
  number: number,
  layers: readonly Layer[],
  text: (path: string) => string | undefined,
  texts: Texts,
): readonly ChartFinding[] {
  const { kind, name } = object.judged;
  const { patches, origin } = sourcesOf(document, object, layers, text);
  if (kind === null || !origin) return [];
  return (['containers', 'initContainers'] as const).flatMap((list) => {
    const path: NodePath = [...podSpecPath(kind), list];
    const names = namesIn(valueAt(origin.body.value, path));
    if (names.length === 0) return [];
    return patches
      .filter(({ operations }) => !operations)
      .flatMap((patch) =>
        itemsAt(patch.body.value, path).flatMap((item, at): readonly ChartFinding[] => {
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
              about: { document: number, kind, name },
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
