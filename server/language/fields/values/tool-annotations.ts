import { argoCdSyncOptions, hookAnnotations } from '../../../kubernetes/names/hook-annotations.ts';
import type { PlainCode } from '../../../messages/en/index.ts';
import type { ValueKind } from './value-kind.ts';

/** What the annotations of Helm, Argo CD and Flux mean that a Job has (argo-cd docs/user-guide/sync-options.md, flux kustomize-controller v1). */
const meanings: Readonly<Record<string, PlainCode>> = {
  'helm.sh/hook': 'annotation-helm-hook',
  'helm.sh/hook-delete-policy': 'annotation-helm-hook-delete-policy',
  'helm.sh/hook-weight': 'annotation-helm-hook-weight',
  'argocd.argoproj.io/hook': 'annotation-argo-cd-hook',
  'argocd.argoproj.io/hook-delete-policy': 'annotation-argo-cd-hook-delete-policy',
  'argocd.argoproj.io/sync-wave': 'annotation-argo-cd-sync-wave',
  [argoCdSyncOptions]: 'annotation-argo-cd-sync-options',
  'kustomize.toolkit.fluxcd.io/force': 'annotation-flux-force',
  'kustomize.toolkit.fluxcd.io/substitute': 'annotation-flux-substitute',
};

/** What Argo CD reads in the options of one object. */
const syncOptions = ['Force=true', 'Replace=true', 'ServerSideApply=true', 'Prune=false', 'Delete=false', 'Validate=false'];

const switches: Readonly<Record<string, readonly string[]>> = {
  [argoCdSyncOptions]: syncOptions,
  'kustomize.toolkit.fluxcd.io/force': ['enabled'],
  'kustomize.toolkit.fluxcd.io/substitute': ['disabled'],
};

/** The annotations of tools that a Job may have. */
export const toolAnnotationNames: readonly string[] = Object.keys(meanings);

/** Their values: hovers tell what they mean, completion offers what the tool knows. */
export const toolAnnotation: ValueKind = {
  choices({ path }) {
    const name = String(path.at(-1));
    return (hookAnnotations[name]?.known ?? switches[name] ?? []).map((value) => ({ value }));
  },
  isList: true,
  meaning({ analysis: { texts }, path }) {
    const name = String(path.at(-1));
    const code = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
    return code && texts(code);
  },
};
