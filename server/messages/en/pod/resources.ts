import type { MessageTable } from '../../table/message-table.ts';
import { among } from './choices.ts';

/** Requests, limits and claims. */
export const resources = {
  'quantity-negative': '{name} may not be negative; {value} is.',
  'quantity-whole': '{name} comes in whole numbers only; {value} is none.',
  'resource-unknown': '"{value}" is not a resource: use one of {supported}, or a name with a domain such as nvidia.com/gpu.',
  'resource-not-for-containers': 'A container cannot have "{value}": use cpu, memory, ephemeral-storage or a name with a domain.',
  'resource-extended': '"{value}" cannot be the name of an extended resource: use a name such as nvidia.com/gpu.',
  'resource-limit-missing': 'Set a limit for {name} as well: it must equal the request.',
  'request-above-limit': 'The request for {name} is {value}, above its limit of {limit}: lower the one or raise the other.',
  'request-unlike-limit': 'The request for {name} must equal its limit of {limit}; {value} does not.',
  'related-limit': 'The limit.',
  'huge-pages-alone': 'Huge pages need cpu or memory beside them: add a request or limit for one of these.',
  'huge-pages-size': '{value} is not a whole number of pages of {name}.',
  'resource-claim-duplicate': '"{value}" is claimed here already.',
  'resource-claim-unknown': (args: { value: string; supported: readonly string[] }) =>
    `resourceClaims of the pod has no "${args.value}".${among(args.supported)}`,
  'pod-resources-claims': 'Claims belong to the containers: remove them here.',
  'pod-request-below-containers': "The pod's request of {value} is less than its containers need at once, {needed}: raise it.",
  'pod-limit-below-containers': "The pod's limit of {value} is less than its containers' limits together, {needed}: raise it.",
  'limit-above-pod-limit': "The limit of {value} is above the pod's own limit for {name}, {limit}: lower it.",
  'claim-name-twice': 'Another claim is called "{value}": give each its own name.',
  'claim-source-missing': 'Say which claim: resourceClaimName or resourceClaimTemplateName.',
  'claim-sources': 'Use either resourceClaimName or resourceClaimTemplateName, not both.',
} as const satisfies MessageTable;
