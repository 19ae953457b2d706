import { type FieldPath, nodePath } from '../../../kubernetes/finding/field-path.ts';
import type { Remedy } from '../../../kubernetes/finding/remedy.ts';

/** Makes a Job a hook that Argo CD deletes before it creates the next; what a hook must not have goes. */
export function asArgoCdHook(without: readonly FieldPath[] = []): Remedy {
  const annotation = (name: string, value: string) => ({ does: 'set', path: ['metadata', 'annotations', name], value }) as const;
  return {
    title: { code: 'fix-argo-cd-hook', args: {} },
    changes: [
      annotation('argocd.argoproj.io/hook-delete-policy', 'BeforeHookCreation'),
      annotation('argocd.argoproj.io/hook', 'Sync'),
      ...without.map((path) => ({ does: 'remove', path: nodePath(path) }) as const),
    ],
    // A hook runs at each sync, which is not for us to decide.
    preferred: false,
  };
}
