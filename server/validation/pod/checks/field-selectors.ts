import { type FieldPath, field } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../../kubernetes/finding/finding.ts';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../../../kubernetes/generated/types.ts';
import { annotationKeyProblems, nameFindings, qualifiedNameProblems } from '../../../kubernetes/names/name-problems.ts';
import { formatQuantity, parseQuantity } from '../../../kubernetes/values/quantity.ts';
import { fieldName, required } from './checks.ts';

/** Fields that the server can convert at all (pkg/apis/core/pods/helpers.go); which of them fit depends on the use. */
const fieldsOfPods = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
/** An old name that the server still takes, and what it means. */
const oldFields = new Map([['spec.host', 'spec.nodeName']]);

const resources = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const byteDivisors = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** A field of the pod for an environment variable or a file; `fields` are those that fit there whole. */
export function validateFieldRef(selector: ObjectFieldSelector, path: FieldPath, fields: readonly string[]): Finding[] {
  if (!selector.apiVersion) return required(selector.apiVersion, field(path, 'apiVersion'));
  const text = selector.fieldPath;
  const at = field(path, 'fieldPath');
  if (!text) return required(text, at);

  const subscripted = /^([\s\S]+?)\['([\s\S]*)'\]$/.exec(text);
  if (selector.apiVersion !== 'v1') return [bad(at, 'Invalid', 'field-ref-version', { args: { value: selector.apiVersion } })];
  if (subscripted) {
    const [, map = '', key = ''] = subscripted;
    if (map === 'metadata.annotations') return nameFindings(path, annotationKeyProblems(key));
    if (map === 'metadata.labels') return nameFindings(path, qualifiedNameProblems(key));
    return [bad(at, 'Invalid', 'field-ref-subscript', { args: { value: text } })];
  }
  const meant = oldFields.get(text) ?? text;
  if (!fieldsOfPods.includes(meant)) return [bad(at, 'Invalid', 'field-ref', { args: { value: text, supported: fields } })];
  return fields.includes(meant) ? [] : [bad(at, 'NotSupported', 'field-ref', { args: { value: text, supported: fields } })];
}

/** A container's request or limit; in a volume the container must be named. */
export function validateResourceFieldRef(selector: ResourceFieldSelector, path: FieldPath, inVolume: boolean): Finding[] {
  return [...validateResource(selector, path, inVolume), ...validateDivisor(selector, path)];
}

function validateResource(selector: ResourceFieldSelector, path: FieldPath, inVolume: boolean): Finding[] {
  if (inVolume && !selector.containerName) return required(selector.containerName, field(path, 'containerName'));
  const at = field(path, 'resource');
  const value = selector.resource;
  if (!value) return required(value, at);
  const known = resources.includes(value) || isAmountOfHugePages(value);
  return known ? [] : [bad(at, 'NotSupported', 'value-not-supported', { args: { field: fieldName(at), value, supported: resources } })];
}

function validateDivisor({ resource = '', divisor }: ResourceFieldSelector, path: FieldPath): Finding[] {
  const quantity = divisor === undefined ? undefined : parseQuantity(divisor);
  if (!quantity || quantity.nano === 0n) return [];
  const supported = divisorsOf(resource);
  if (!supported || supported.includes(formatQuantity(quantity))) return [];
  return [bad(field(path, 'divisor'), 'Invalid', 'divisor', { args: { value: String(divisor), resource, supported } })];
}

function divisorsOf(resource: string): readonly string[] | undefined {
  if (resource === 'limits.cpu' || resource === 'requests.cpu') return ['1m', '1'];
  return resources.includes(resource) || isAmountOfHugePages(resource) ? byteDivisors : undefined;
}

function isAmountOfHugePages(resource: string): boolean {
  return resource.startsWith('limits.hugepages-') || resource.startsWith('requests.hugepages-');
}
