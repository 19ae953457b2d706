import { type FieldPath, field, key, nodePath, shownAs } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../../kubernetes/finding/finding.ts';
import type {
  ObjectMeta,
  PersistentVolumeClaimSpec,
  PersistentVolumeClaimTemplate,
  TypedObjectReference,
} from '../../../kubernetes/generated/types.ts';
import { dnsLabelProblems, dnsSubdomainProblems, nameFindings } from '../../../kubernetes/names/name-problems.ts';
import { formatQuantity, parseQuantity, roundToMilli } from '../../../kubernetes/values/quantity.ts';
import type { RuleContext } from '../../context.ts';
import { validateLabelSelector } from '../../metadata/label-selector.ts';
import { validateAnnotations, validateLabels } from '../../metadata/labels.ts';
import { optionalName, required, requiredList, supported } from '../checks/checks.ts';
import { isOn } from '../checks/gates.ts';

const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** The claim that is made for a pod (pkg/apis/core/validation ValidatePersistentVolumeClaimTemplate, 1.37). */
export function validateClaimTemplate(template: PersistentVolumeClaimTemplate, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...validateClaimMetadata(template.metadata ?? {}, field(path, 'metadata')),
    ...validateClaimSpec(template.spec ?? {}, field(path, 'spec'), context),
  ];
}

/** Labels and annotations go to the claim; anything else would be ignored and is refused. */
function validateClaimMetadata(metadata: ObjectMeta, path: FieldPath): Finding[] {
  const others = Object.entries(metadata).filter(([name, value]) => name !== 'labels' && name !== 'annotations' && isSet(name, value));
  return [
    ...validateAnnotations(metadata.annotations, field(path, 'annotations')),
    ...validateLabels(metadata.labels, field(path, 'labels')),
    ...others.map(([name]) => misplaced(metadataPath(path, name), 'Forbidden', 'claim-template-metadata', { args: { field: name } })),
  ];
}

/** Whether a field is other than its zero value in Go: lists and optional numbers are, even if empty or 0. */
function isSet(name: string, value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && (value !== 0 || name === 'deletionGracePeriodSeconds');
}

/** The server spells the field's name as its Go code does, all but the first letter. */
function metadataPath(path: FieldPath, name: string): FieldPath {
  const at = field(path, name);
  return name === 'uid' ? shownAs(field(path, 'uID'), at) : at;
}

function validateClaimSpec(spec: PersistentVolumeClaimSpec, path: FieldPath, context: RuleContext): Finding[] {
  const attributesClass = isOn('VolumeAttributesClass', context.version) ? spec.volumeAttributesClassName : undefined;
  return [
    ...validateAccessModes(spec.accessModes, field(path, 'accessModes')),
    ...validateLabelSelector(spec.selector, field(path, 'selector')),
    ...validateStorage(spec, path),
    ...optionalName(spec.storageClassName, field(path, 'storageClassName'), dnsSubdomainProblems),
    ...supported(spec.volumeMode, field(path, 'volumeMode'), ['Block', 'Filesystem']),
    ...(spec.dataSource ? validateDataSource(spec.dataSource, field(path, 'dataSource')) : []),
    ...(spec.dataSourceRef ? validateDataSource(spec.dataSourceRef, field(path, 'dataSourceRef')) : []),
    ...validateDataSources(spec, path),
    ...optionalName(attributesClass, field(path, 'volumeAttributesClassName'), dnsSubdomainProblems),
  ];
}

function validateAccessModes(modes: readonly string[] | undefined, path: FieldPath): Finding[] {
  if (!modes?.length) return requiredList(modes, path);
  const found = modes.flatMap((mode, index) =>
    accessModes.includes(mode)
      ? []
      : [
          bad(path, 'NotSupported', 'value-not-supported', {
            args: { field: 'accessModes', value: mode, supported: accessModes },
            at: { path: [...nodePath(path), index], part: 'value' },
          }),
        ],
  );
  const others = modes.some((mode) => mode !== 'ReadWriteOncePod' && accessModes.includes(mode));
  return modes.includes('ReadWriteOncePod') && others ? [...found, bad(path, 'Forbidden', 'access-modes-once-pod')] : found;
}

/** The server's path leaves out `requests`. */
function validateStorage({ resources }: PersistentVolumeClaimSpec, path: FieldPath): Finding[] {
  const node = key(field(path, 'resources', 'requests'), 'storage');
  const at = shownAs(key(field(path, 'resources'), 'storage'), node);
  const value = resources?.requests?.['storage'];
  const quantity = value === undefined ? undefined : parseQuantity(value);
  if (!quantity) return required(undefined, at);
  const rounded = roundToMilli(quantity);
  return rounded.nano > 0n ? [] : [bad(at, 'Invalid', 'storage-not-positive', { args: { value: formatQuantity(rounded) } })];
}

function validateDataSource(source: TypedObjectReference, path: FieldPath): Finding[] {
  const { apiGroup = '', kind } = source;
  const core = apiGroup === '' && kind !== 'PersistentVolumeClaim';
  return [
    ...required(source.name, field(path, 'name')),
    ...required(kind, field(path, 'kind')),
    ...(core ? [bad(path, 'Invalid', 'data-source-kind', { args: { value: kind ?? '' } })] : []),
    ...optionalName(apiGroup, field(path, 'apiGroup'), dnsSubdomainProblems),
    ...(source.namespace ? nameFindings(field(path, 'namespace'), dnsLabelProblems(source.namespace)) : []),
  ];
}

function validateDataSources({ dataSource, dataSourceRef }: PersistentVolumeClaimSpec, path: FieldPath): Finding[] {
  if (!dataSource || !dataSourceRef) return [];
  const at = { path: nodePath(field(path, 'dataSource')), part: 'key' } as const;
  if (dataSourceRef.namespace) return [bad(path, 'Invalid', 'data-source-namespace', { at })];
  const same =
    dataSource.apiGroup === dataSourceRef.apiGroup &&
    (dataSource.kind ?? '') === (dataSourceRef.kind ?? '') &&
    (dataSource.name ?? '') === (dataSourceRef.name ?? '');
  return same ? [] : [bad(path, 'Invalid', 'data-source-differs', { at })];
}
