import type { ObjectMeta } from '../generated/types.ts';

/** What a tool takes an annotation's value for: names between commas. */
export interface HookAnnotation {
  readonly tool: 'Helm' | 'Argo CD';
  /** The names that the tool knows. Helm knows them in any case, Argo CD as they are written here. */
  readonly known: readonly string[];
  /** Whether the names say when the hook runs, or when it is deleted. */
  readonly says: 'phase' | 'deletion';
}

/**
 * The annotations that make an object a hook (Helm 3 and 4, pkg/release/v1/hook.go; argo-cd 3.3,
 * gitops-engine/pkg/sync/common/types.go, and controller/hook.go for what is run around a deletion).
 */
export const hookAnnotations: Readonly<Record<string, HookAnnotation>> = {
  'helm.sh/hook': {
    tool: 'Helm',
    known: [
      ...['pre-install', 'post-install', 'pre-upgrade', 'post-upgrade', 'pre-rollback', 'post-rollback', 'pre-delete', 'post-delete'],
      ...['test', 'test-success'],
    ],
    says: 'phase',
  },
  'helm.sh/hook-delete-policy': { tool: 'Helm', known: ['before-hook-creation', 'hook-succeeded', 'hook-failed'], says: 'deletion' },
  'argocd.argoproj.io/hook': {
    tool: 'Argo CD',
    known: ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete', 'Skip'],
    says: 'phase',
  },
  'argocd.argoproj.io/hook-delete-policy': {
    tool: 'Argo CD',
    known: ['BeforeHookCreation', 'HookSucceeded', 'HookFailed'],
    says: 'deletion',
  },
};

/** The names in the value of such an annotation, in their order, without blanks; empty ones as well. */
export function hookNames(value: string): readonly string[] {
  return value.split(',').map((name) => name.trim());
}

/** Whether the tool that reads the annotation knows a name. */
export function isHookName(name: string, { tool, known }: HookAnnotation): boolean {
  return known.includes(tool === 'Helm' ? name.toLowerCase() : name);
}

/** A Job that Helm or Argo CD creates, waits for, and deletes. */
export interface Hook {
  readonly tool: HookAnnotation['tool'];
  /** Whether it is gone when it has succeeded, or before the next one is made: nothing piles up. */
  readonly removed: boolean;
  /** Whether an earlier one is deleted before it is created again, however it ended. */
  readonly replaced: boolean;
}

/**
 * The hook that an object is; undefined for an object that is applied like any other. Without a delete policy that is one, both
 * tools delete a hook before they create it again (helm pkg/action/hooks.go, gitops-engine/pkg/sync/hook/delete_policy.go).
 * By a generateName no earlier one is found.
 */
export function hookOf({ annotations = {}, generateName }: ObjectMeta): Hook | undefined {
  const phase = ['argocd.argoproj.io/hook', 'helm.sh/hook'].find((name) => Object.hasOwn(annotations, name));
  const tool = hookAnnotations[phase ?? '']?.tool;
  if (!tool) return undefined;
  const policies = [...deletePoliciesOf(annotations, 'Helm'), ...deletePoliciesOf(annotations, 'Argo CD')];
  const isRemoved = policies.includes('hook-succeeded') || policies.includes('HookSucceeded');
  // Helm's default holds only where nothing is said at all.
  const isDefault = tool === 'Helm' ? !Object.hasOwn(annotations, 'helm.sh/hook-delete-policy') : policies.length === 0;
  return {
    tool,
    removed: isRemoved || generateName === undefined,
    replaced: isDefault || policies.includes('before-hook-creation') || policies.includes('BeforeHookCreation'),
  };
}

/** The delete policies in an object's annotations that a tool knows, as it writes them; none where it takes its default. */
export function deletePoliciesOf(annotations: ObjectMeta['annotations'] = {}, tool: HookAnnotation['tool']): readonly string[] {
  const found = Object.entries(hookAnnotations).find(([, one]) => one.tool === tool && one.says === 'deletion');
  if (!found) return [];
  const [name, annotation] = found;
  const known = hookNames(annotations[name] ?? '').filter((policy) => isHookName(policy, annotation));
  return tool === 'Helm' ? known.map((policy) => policy.toLowerCase()) : known;
}

/** Whether something on an object tells that Argo CD applies it. */
export function isUnderArgoCd({ annotations = {}, labels = {} }: ObjectMeta): boolean {
  return [...Object.keys(annotations), ...Object.keys(labels)].some((name) => name.startsWith('argocd.argoproj.io/'));
}

/** The annotation with options for Argo CD's sync of one object, between commas. */
export const argoCdSyncOptions = 'argocd.argoproj.io/sync-options';

/**
 * Whether Argo CD deletes an object and creates it anew where the server refuses the change: with `Force=true`, as `kubectl apply --force`
 * and `kubectl replace --force` do; a server-side apply is not forced so, unless it is replaced. `Replace=true` alone is `kubectl replace`,
 * which is refused as any other change (gitops-engine pkg/sync/sync_context.go and pkg/utils/kube/resource_ops.go, kubectl
 * pkg/cmd/apply/patcher.go).
 */
export function isRecreatedByArgoCd({ annotations = {} }: ObjectMeta, ofApplication: readonly string[] = []): boolean {
  const own = (annotations[argoCdSyncOptions] ?? '').split(',').map((one) => one.trim());
  const says = (option: string) => own.includes(option) || ofApplication.includes(option);
  return says('Force=true') && (says('Replace=true') || !says('ServerSideApply=true') || own.includes('ServerSideApply=false'));
}
