import { type FieldPath, field, shownAs } from '../../../kubernetes/finding/field-path.ts';
import { type Finding, misplaced } from '../../../kubernetes/finding/finding.ts';
import { dnsSubdomainProblems, nameFindings } from '../../../kubernetes/names/name-problems.ts';
import { parseQuantity } from '../../../kubernetes/values/quantity.ts';
import { atLeast } from '../../../kubernetes/versions.ts';
import { atMostBytes } from '../../common-rules.ts';
import type { RuleContext } from '../../context.ts';
import { required, requiredChoice } from '../checks/checks.ts';
import { validateClaimTemplate } from './claim-template.ts';
import { volumeSource } from './source.ts';

export const emptyDir = volumeSource('emptyDir', ({ sizeLimit }, path) => {
  const limit = sizeLimit === undefined ? undefined : parseQuantity(sizeLimit);
  return limit && limit.nano < 0n
    ? [misplaced(field(path, 'sizeLimit'), 'Forbidden', 'quantity-negative', { args: { name: 'sizeLimit', value: String(sizeLimit) } })]
    : [];
});

export const persistentVolumeClaim = volumeSource('persistentVolumeClaim', (source, path) =>
  required(source.claimName, field(path, 'claimName')),
);

export const csi = volumeSource('csi', (source, path, context) => {
  const secretName = source.nodePublishSecretRef?.name;
  const secretPath = field(path, 'nodePublishSecretRef', 'name');
  const named = secretName
    ? nameFindings(shownAs(field(path, 'name'), secretPath), dnsSubdomainProblems(secretName))
    : required(secretName, secretPath);
  return [...validateDriver(source.driver, field(path, 'driver'), context), ...(source.nodePublishSecretRef ? named : [])];
});

export const ephemeral = volumeSource('ephemeral', ({ volumeClaimTemplate }, path, context) => {
  const at = field(path, 'volumeClaimTemplate');
  return volumeClaimTemplate ? validateClaimTemplate(volumeClaimTemplate, at, context) : required(undefined, at);
});

export const image = volumeSource('image', (source, path, { version }) => [
  ...(atLeast(version, '1.37') ? required(source.reference, field(path, 'reference')) : []),
  ...requiredChoice(source.pullPolicy, field(path, 'pullPolicy'), ['Always', 'IfNotPresent', 'Never']),
]);

/** A driver's name is a DNS name but for its case. Before 1.35 a missing one was called invalid as well. */
function validateDriver(driver: string | undefined, path: FieldPath, { version }: RuleContext): Finding[] {
  const name = driver ?? '';
  const found = required(driver, path);
  if (found.length > 0 && atLeast(version, '1.35')) return found;
  return [...found, ...atMostBytes(name, 63, path), ...nameFindings(path, dnsSubdomainProblems(name.toLowerCase()))];
}
