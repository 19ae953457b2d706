import type { Finding, Reason } from '../../kubernetes/finding/finding.ts';
import { isCronJob, type ObjectOfKind } from '../../kubernetes/kinds.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { inDocument, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { type Delivered, type Delivery, deliveryOf, refusedBy, type Tool } from '../changes/delivery.ts';
import { type ExistingObject, sameAmong } from '../changes/existing-objects.ts';
import { type RefusedChange, refusedChanges } from '../changes/refused-changes.ts';
import { located } from '../located.ts';
import { byPosition, type ObjectFinding, objectName } from '../located-finding.ts';
import { fieldIn, isScalar } from './immutable-changes.ts';
import { objectFindings } from './object-findings.ts';

/** Something that the server would refuse of an object that exists, and what comes of it. */
export interface ChangeFinding extends ObjectFinding {
  /** What the tool at hand would then do, and what suits better; absent where making the object anew would be refused as well. */
  readonly delivery?: RefusedDelivery;
}

export interface RefusedDelivery {
  readonly tool: Tool;
  readonly outcome: Delivery['outcome'];
  readonly says: string;
  readonly instead: string;
}

/**
 * What Kubernetes would refuse of a file whose objects exist already, in the order of the text. Of objects that do not, nothing: they
 * would be created. A patch is no object.
 */
export function changeFindings(analysis: Analysis, existing: readonly ExistingObject[], around: Delivered = {}): readonly ChangeFinding[] {
  const unreadable = objectFindings(analysis).filter(({ finding }) => ofShape.has(finding.reason) && finding.severity === 'error');
  const changed = analysis.objects
    .filter((object) => !object.partial && !unreadable.some((one) => one.object === object))
    .flatMap((object) => changesOf(object, analysis, existing, around));
  return [...unreadable, ...changed].sort(byPosition);
}

/** Reasons for which the server reads no further. */
const ofShape: ReadonlySet<Reason> = new Set(['UnknownField', 'WrongType', 'NotYAML', 'NoKind', 'UnknownKind', 'WrongKind', 'Unreadable']);

function changesOf(
  object: ObjectInText,
  analysis: Analysis,
  existing: readonly ExistingObject[],
  around: Delivered,
): readonly ChangeFinding[] {
  const { judged } = object;
  const written = ofKind(judged.object);
  const old = written && sameAmong(existing, written, written.object.metadata?.namespace ?? analysis.facts.namespace);
  if (!written || !old) return [];
  const about = objectName(object);
  const { metadata = {} } = written.object;
  const delivery = deliveryOf({ ...old.object.metadata, ...metadata }, around);
  const place = (finding: JudgedFinding) => located(object, about, inDocument(finding, judged.at), analysis);
  const refused = refusedChanges(written.object, old, analysis.settings.kubernetesVersion);
  const [change] = refused.filter(({ isChange }) => isChange);
  const unsound = refused.filter(({ isChange }) => !isChange).map(({ finding }) => place(finding));
  if (change && delivery.outcome !== 'refused') return [...unsound, place(madeAnew(change, delivery))];
  const changes = refused
    .filter(({ isChange }) => isChange)
    .map((one) => ({
      ...place(withPlaces(one)),
      delivery: deliveryIn(delivery, { name: old.name, path: one.finding.path }, analysis),
    }));
  return [...unsound, ...changes];
}

function ofKind(object: ObjectInText['judged']['object']): ObjectOfKind | undefined {
  if (!object) return undefined;
  return isCronJob(object) ? { kind: 'CronJob', object } : { kind: 'Job', object };
}

function deliveryIn(
  { tool, outcome }: Delivery,
  about: { readonly name: string; readonly path: string },
  { texts }: Analysis,
): RefusedDelivery {
  return { tool, outcome, ...refusedBy(tool, about, texts) };
}

/** More places than this say nothing new. */
const mostPlaces = 20;

/** Shown where the first of them differs, the others beside it. */
function withPlaces({ finding, places }: RefusedChange): Finding {
  const [first, ...others] = places.slice(0, mostPlaces);
  if (!first) return finding;
  const related = others.map(({ path, old }) => ({
    at: valueIn(path),
    code: 'related-changed' as const,
    args: { field: fieldIn(path), ...(isScalar(old) ? { old } : {}) },
  }));
  return { ...finding, at: valueIn(first.path), ...(related.length > 0 ? { related } : {}) };
}

function valueIn(path: NodePath) {
  return { path, part: 'value' } as const;
}

/** What is told instead where nobody asks Kubernetes for the change. */
function madeAnew({ finding: { path, at }, places: [first] }: RefusedChange, { tool, outcome }: Delivery): Finding {
  const where = { path, at: first ? valueIn(first.path) : at, reason: 'Advice' } as const;
  return outcome === 'left'
    ? { ...where, code: 'change-hook-left', args: {}, severity: 'warning' }
    : { ...where, code: 'change-recreates', args: { tool }, severity: 'info' };
}
