import type { VolumeProjection } from '../../kubernetes/generated/types.ts';
import { formatQuantity, parseQuantity } from '../../kubernetes/values/quantity.ts';
import { isMapping, list } from '../scenario/scenario-values.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { annotationLines, indented, labelLines, shortened, sortedEntries, type TextMap } from './described-values.ts';

/** What stands in a field; '' where nothing does. */
export function valueText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** As Go prints a reference to an object by name. */
export function referenceText(reference: unknown): string {
  return isMapping(reference) ? `&LocalObjectReference{Name:${valueText(reference['name'])},}` : 'nil';
}

/** As Go prints a list. */
export function listText(value: unknown): string {
  return `[${list(value).join(' ')}]`;
}

/** As Go prints a map. */
export function mapText(value: unknown): string {
  return `map[${sortedEntries(textMap(value))
    .map(([name, text]) => `${name}:${text}`)
    .join(' ')}]`;
}

function textMap(value: unknown): TextMap {
  return isMapping(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)])) : {};
}

/** Of a volume in memory or on the node. */
export function sizeLimitText(value: unknown): string {
  const quantity = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
  return quantity && quantity.nano > 0n ? formatQuantity(quantity) : '<unset>';
}

/** One file of a downwardAPI volume. */
export function downwardLines(item: unknown): readonly string[] {
  if (!isMapping(item)) return [];
  const { fieldRef, resourceFieldRef, path } = item;
  return [
    ...(isMapping(fieldRef) ? [indented(3, `${valueText(fieldRef['fieldPath'])} -> ${valueText(path)}`)] : []),
    ...(isMapping(resourceFieldRef) ? [indented(3, `${valueText(resourceFieldRef['resource'])} -> ${valueText(path)}`)] : []),
  ];
}

/** One source of a projected volume. */
export function projectionLines(projection: VolumeProjection, behaviour: Behaviour): readonly string[] {
  const { secret, downwardAPI, configMap, serviceAccountToken } = projection;
  const named = (label: string, { name = '', optional }: NamedSource, oldLabel: string) => [
    indented(2, `${label}\t${name}`),
    indented(2, behaviour.has('describesOptionalSources') ? `Optional:\t${optional === true}` : `${oldLabel}\t${pointerText(optional)}`),
  ];
  if (secret) return named('SecretName:', secret, 'SecretOptionalName:');
  if (downwardAPI) return [indented(2, 'DownwardAPI:\ttrue')];
  if (configMap) return named('ConfigMapName:', configMap, 'ConfigMapOptional:');
  if (serviceAccountToken) return [indented(2, `TokenExpirationSeconds:\t${serviceAccountToken.expirationSeconds ?? ''}`)];
  return [];
}

interface NamedSource {
  readonly name?: string;
  readonly optional?: boolean;
}

/** As Go prints a pointer to a value: its address, whichever that is. */
function pointerText(value: unknown): string {
  return value === undefined ? '<nil>' : '0xc000000000';
}

/** What is known of the claim that an ephemeral volume makes; capacity and modes come only with a bound volume. */
export function claimLines(template: unknown): readonly string[] {
  if (!isMapping(template)) return [];
  const { metadata, spec } = template;
  const meta = isMapping(metadata) ? metadata : {};
  const claim = isMapping(spec) ? spec : {};
  const annotations = textMap(meta['annotations']);
  const { dataSource } = claim;
  const storageClass = annotations['volume.beta.kubernetes.io/storage-class'] ?? claim['storageClassName'];
  return [
    indented(2, `StorageClass:\t${valueText(storageClass)}`),
    indented(2, `Volume:\t${valueText(claim['volumeName'])}`),
    ...labelLines('Labels', textMap(meta['labels']), indented(2, '')),
    ...annotationLines('Annotations', annotations, indented(2, '')),
    indented(2, `Capacity:\t${claim['volumeName'] ? '0' : ''}`),
    indented(2, 'Access Modes:\t'),
    ...(claim['volumeMode'] === undefined ? [] : [indented(2, `VolumeMode:\t${valueText(claim['volumeMode'])}`)]),
    ...(isMapping(dataSource)
      ? [
          indented(2, 'DataSource:'),
          ...(dataSource['apiGroup'] === undefined ? [] : [indented(3, `APIGroup:\t${valueText(dataSource['apiGroup'])}`)]),
          indented(3, `Kind:\t${valueText(dataSource['kind'])}`),
          indented(3, `Name:\t${valueText(dataSource['name'])}`),
        ]
      : []),
  ];
}

/** Of a CSI volume. */
export function attributeLines(attributes: unknown): readonly string[] {
  const entries = sortedEntries(textMap(attributes));
  if (!entries.length) return [indented(2, 'VolumeAttributes:\t<none>')];
  return entries.map(
    ([name, value], at) => `${at ? indented(4, '') : indented(2, 'VolumeAttributes:')}\t${indented(2, shortened(`${name}=${value}`, 140))}`,
  );
}
