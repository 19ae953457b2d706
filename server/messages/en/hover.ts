import type { MessageTable } from '../table/message-table.ts';

/** What hovers say around the words for a field. */
export const hover = {
  'hover-documentation': 'Documentation',
  'hover-default': 'Default: `{value}`',
  'hover-values': 'Values: {values}',
  'hover-required': 'Required',
  'hover-since': 'Since Kubernetes {since}',
  'hover-since-stable': 'Since Kubernetes {since}, stable since {stable}',
  'hover-until': 'Gone after Kubernetes {until}',
  'hover-change-yes': 'Can be changed later',
  'hover-change-no': 'Cannot be changed on an existing object',
  'hover-change-with-parallelism': 'Can be changed later only in an Indexed Job, together with `parallelism` and to the same number',
  'hover-change-while-suspended': 'Can be changed on an existing Job only while it is suspended and has no pods',
  'hover-change-partly-while-suspended':
    'Some of the fields inside can be changed on an existing Job, while it is suspended and has no pods; each says so itself',
  'hover-goes-with': 'Goes with {fields}',
  'hover-fields': 'Fields: {fields}',

  'annotation-helm-hook': 'Helm creates it in these phases, not with the release, and waits for its end: one that fails fails the release.',
  'annotation-helm-hook-delete-policy':
    'When Helm deletes the hook: `before-hook-creation` (where nothing is said) before the next one, `hook-succeeded` and `hook-failed` when it has ended so.',
  'annotation-helm-hook-weight':
    'Hooks of a phase run one after the other: by weight, the lowest first (0 where nothing is said), then by name.',
  'annotation-argo-cd-hook': 'Argo CD creates it in this phase of each sync and waits for its end: one that fails fails the sync.',
  'annotation-argo-cd-hook-delete-policy':
    'When Argo CD deletes the hook: `BeforeHookCreation` (where nothing is said) before the next one, `HookSucceeded` and `HookFailed` when the sync has ended so.',
  'annotation-argo-cd-sync-wave':
    'Argo CD applies the lowest wave first (0 where nothing is said) and goes on when all of it is healthy: of a Job, when it is complete.',
  'annotation-argo-cd-sync-options':
    'With `Force=true` Argo CD deletes a Job and creates it anew where a change is refused. `Replace=true` alone is refused like any other change, and so is `Force=true` with `ServerSideApply=true`.',
  'annotation-flux-force': 'With `enabled` Flux deletes a Job and creates it anew where a change is refused.',
  'annotation-flux-substitute': 'With `disabled` Flux fills in no variables in this object.',

  'type-list': 'list of {items}',
  'type-map': 'map of {items}',
} as const satisfies MessageTable;
