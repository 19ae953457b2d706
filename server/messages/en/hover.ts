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

  'type-list': 'list of {items}',
  'type-map': 'map of {items}',
} as const satisfies MessageTable;
