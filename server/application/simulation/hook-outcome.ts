import type { ObjectMeta } from '../../kubernetes/generated/types.ts';
import { deletePoliciesOf, hookAnnotations, hookNames, hookOf, isHookName } from '../../kubernetes/names/hook-annotations.ts';
import type { Texts } from '../../messages/render.ts';
import type { Run } from '../../simulator/run/run.ts';

const phaseOf = { Helm: 'helm.sh/hook', 'Argo CD': 'argocd.argoproj.io/hook' } as const;
const orderOf = { Helm: 'helm.sh/hook-weight', 'Argo CD': 'argocd.argoproj.io/sync-wave' } as const;

/**
 * What Helm or Argo CD does when a hook has ended as it did, in a sentence; undefined of what is no hook. Helm goes through the hooks of a
 * phase by weight, then by name, and waits for each to end, five minutes unless it is told otherwise; it stops at the first that fails
 * (helm v4 pkg/action/hooks.go). Argo CD does so by phase and wave (gitops-engine pkg/sync/sync_context.go).
 */
export function hookOutcomeText(
  { annotations = {}, ...metadata }: ObjectMeta,
  { summary }: Pick<Run, 'summary'>,
  texts: Texts,
): string | undefined {
  const hook = hookOf({ annotations, ...metadata });
  if (!hook) return undefined;
  const { tool } = hook;
  const about = hookAnnotations[phaseOf[tool]];
  const phases = hookNames(annotations[phaseOf[tool]] ?? '').filter((name) => about !== undefined && isHookName(name, about));
  if (phases.length === 0) return undefined;
  const ended = endOf(summary.outcome);
  const policies = deletePoliciesOf(annotations, tool);
  const deletes: readonly string[] = { complete: ['hook-succeeded', 'HookSucceeded'], failed: ['hook-failed', 'HookFailed'], not: [] }[
    ended
  ];
  const left = hook.replaced ? 'replaced' : 'in-the-way';
  const then = policies.some((policy) => deletes.includes(policy)) ? 'deleted' : left;
  return texts('hook-outcome', { tool, phases: phases.join(', '), order: annotations[orderOf[tool]] ?? '0', ended, then });
}

function endOf(outcome: Run['summary']['outcome']): 'complete' | 'failed' | 'not' {
  if (outcome === 'Complete') return 'complete';
  return outcome === 'Failed' ? 'failed' : 'not';
}
