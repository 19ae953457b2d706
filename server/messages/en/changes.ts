import type { MessageTable, Quotation } from '../table/message-table.ts';

/** `first` is '' from the oldest of a range on, `last` up to its newest. */
function versionWords(first: string, last: string): string {
  if (first === last) return `in ${first}`;
  if (first === '') return `up to ${last}`;
  return last === '' ? `from ${first} on` : `from ${first} to ${last}`;
}

/** What is said of a manifest beside the object that exists, and what the tool that delivers it would then do. */
export const changes = {
  'related-changed': ({ field, old }: { field: string; old?: string | number | boolean }) =>
    old === undefined ? `${field} differs, too.` : `${field} differs, too: it is ${old}.`,
  'change-recreates': ({ tool }: { tool: string }) =>
    `Kubernetes would refuse this change: ${tool} deletes the Job and creates it anew instead, so that it runs once more.`,
  'change-hook-left':
    'Helm does not delete an earlier hook before it creates this one: where that is still there, the release stops at "already exists".',

  'field-since':
    'Known from Kubernetes {since} on: an older cluster refuses {field}. Name your versions (kubejob.kubernetesVersion, or .kubejob.yaml) to have them judged.',
  'in-versions': ({ message, first, last }: { message: Quotation; first: string; last: string }) =>
    `${message.quoted} (${versionWords(first, last)})`,
  'overlay-not-compared': 'neither kubectl nor kustomize was found, so the overlay cannot be compared. Install one, or put it on PATH.',
  'chart-not-compared': 'helm was not found, so the chart cannot be compared. Install helm, or put it on PATH.',

  'exported-object': 'This was read from a cluster: take out what that put there (status, uid, generated labels) to use it as a manifest.',

  'then-kubectl': 'kubectl apply prints: The Job "{name}" is invalid: {path}: field is immutable. It applies the rest and exits with 1.',
  'then-helm': 'helm upgrade stops: cannot patch "{name}" with kind Job, {path}: field is immutable. The release is marked as failed.',
  'then-argo-cd': 'Argo CD fails the sync: Job.batch "{name}" is invalid, {path}: field is immutable. It stays OutOfSync.',
  'then-flux':
    'Flux reports the Kustomization as not ready: Job "{name}" dry-run failed, {path}: field is immutable. The rest of it waits.',

  'instead-kubectl':
    'Delete it first (kubectl delete job {name}), give it a new name, create it with a generateName, or set ttlSecondsAfterFinished, so that it goes by itself.',
  'instead-helm':
    "Make it a hook (helm.sh/hook: pre-upgrade), which Helm deletes before it creates it again, or put the release's revision into its name.",
  'instead-argo-cd':
    'Make it a hook (argocd.argoproj.io/hook: Sync), or have it replaced (argocd.argoproj.io/sync-options: Force=true,Replace=true).',
  'instead-flux': 'Have Flux delete it and create it anew: annotate the Job with kustomize.toolkit.fluxcd.io/force: enabled.',
} as const satisfies MessageTable;
