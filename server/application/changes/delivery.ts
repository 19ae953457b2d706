import type { ObjectMeta } from '../../kubernetes/generated/types.ts';
import { groupOf } from '../../kubernetes/kinds.ts';
import { hookOf, isRecreatedByArgoCd, isUnderArgoCd } from '../../kubernetes/names/hook-annotations.ts';
import type { Texts } from '../../messages/render.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';

/** Who brings a manifest to the cluster. */
export type Tool = 'kubectl apply' | 'helm upgrade' | 'Argo CD' | 'Flux';

/** What becomes of the object that exists when its manifest asks for what Kubernetes refuses to change. */
export interface Delivery {
  readonly tool: Tool;
  /** It is refused; it is deleted and created anew; or, of a hook, an earlier one is left and stands in the way if it is still there. */
  readonly outcome: 'refused' | 'recreated' | 'left';
}

/** What is known of how a manifest is delivered, besides what it says itself. */
export interface Delivered {
  readonly ofChart?: boolean;
  /** A Flux Kustomization applies it, with or without `force`. */
  readonly flux?: { readonly force: boolean };
  /** An Argo CD Application applies it, with these options for the sync. */
  readonly argoCd?: { readonly syncOptions: readonly string[] };
}

/**
 * What the tool at hand does. A hook is never patched, but created. Argo CD deletes and creates with `Force=true`. Flux does so where the Kustomization or the object says `force` (fluxcd/pkg ssa, manager_apply.go).
 */
export function deliveryOf(metadata: ObjectMeta, around: Delivered = {}): Delivery {
  const { annotations = {}, labels = {} } = metadata;
  const hook = hookOf(metadata);
  if (hook) return { tool: hook.tool === 'Helm' ? 'helm upgrade' : 'Argo CD', outcome: hook.replaced ? 'recreated' : 'left' };
  if (around.argoCd || isUnderArgoCd(metadata)) {
    return { tool: 'Argo CD', outcome: isRecreatedByArgoCd(metadata, around.argoCd?.syncOptions) ? 'recreated' : 'refused' };
  }
  if (around.flux || [...Object.keys(annotations), ...Object.keys(labels)].some((name) => name.startsWith(fluxPrefix))) {
    const isForced =
      around.flux?.force === true || [annotations, labels].some((one) => one[`${fluxPrefix}force`]?.toLowerCase() === 'enabled');
    return { tool: 'Flux', outcome: isForced ? 'recreated' : 'refused' };
  }
  const isOfHelm =
    around.ofChart === true || labels['app.kubernetes.io/managed-by'] === 'Helm' || 'meta.helm.sh/release-name' in annotations;
  return { tool: isOfHelm ? 'helm upgrade' : 'kubectl apply', outcome: 'refused' };
}

const fluxPrefix = 'kustomize.toolkit.fluxcd.io/';

/** What the tool says where it is refused, and what suits it better. */
export function refusedBy(
  tool: Tool,
  about: { readonly name: string; readonly path: string },
  texts: Texts,
): { readonly says: string; readonly instead: string } {
  switch (tool) {
    case 'kubectl apply':
      return { says: texts('then-kubectl', about), instead: texts('instead-kubectl', about) };
    case 'helm upgrade':
      return { says: texts('then-helm', about), instead: texts('instead-helm') };
    case 'Argo CD':
      return { says: texts('then-argo-cd', about), instead: texts('instead-argo-cd') };
    case 'Flux':
      return { says: texts('then-flux', about), instead: texts('instead-flux') };
  }
}

/** What objects beside a manifest say of its delivery: Flux's Kustomizations and Argo CD's Applications. */
export function deliveredBy(objects: readonly unknown[]): Delivered {
  const records = objects.filter(isRecord);
  const ofGroup = (group: string, kinds: readonly string[]) =>
    records.filter(({ apiVersion, kind }) => groupOf(apiVersion) === group && kinds.some((one) => one === kind));
  const flux = ofGroup('kustomize.toolkit.fluxcd.io', ['Kustomization']);
  const applications = ofGroup('argoproj.io', ['Application', 'ApplicationSet']);
  const optionsIn = (object: unknown) =>
    [['spec'], ['spec', 'template', 'spec']].flatMap((spec) => textsAt(object, [...spec, 'syncPolicy', 'syncOptions']));
  return {
    ...(flux.length > 0 ? { flux: { force: flux.every((one) => valueAt(one, ['spec', 'force']) === true) } } : {}),
    ...(applications.length > 0 ? { argoCd: { syncOptions: applications.flatMap(optionsIn) } } : {}),
  };
}

function textsAt(object: unknown, path: NodePath): readonly string[] {
  const value = valueAt(object, path);
  return Array.isArray(value) ? value.map(String) : [];
}
