import { resolveName } from '../../kubernetes/creation/generate-name.ts';
import { type FieldPath, field, hidden, item, nodePath, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing, type Place } from '../../kubernetes/finding/finding.ts';
import type { ObjectMeta, OwnerReference } from '../../kubernetes/generated/types.ts';
import {
  dnsLabelProblems,
  dnsSubdomainProblems,
  nameFindings,
  pathSegmentProblems,
  qualifiedNameProblems,
} from '../../kubernetes/names/name-problems.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { validateAnnotations, validateLabels } from './labels.ts';

const standardFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion'];

/**
 * The metadata of a Job or CronJob that is to be created. Fields that the server sets itself (uid, times, generation,
 * managedFields) are overwritten before validation, so whatever stands there is accepted.
 */
export function validateMetadata(metadata: ObjectMeta, path: FieldPath, context: RuleContext): Finding[] {
  return [...validateNames(metadata, path), ...validateNamespace(metadata, path), ...validateCommonMetadata(metadata, path, context)];
}

/** What is judged alike when an object is created and when it is edited. */
function validateCommonMetadata(metadata: ObjectMeta, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...validateLabels(metadata.labels, field(path, 'labels')),
    ...validateAnnotations(metadata.annotations, field(path, 'annotations')),
    ...validateOwnerReferences(metadata.ownerReferences ?? [], field(path, 'ownerReferences'), context),
    ...validateFinalizers(metadata.finalizers ?? [], field(path, 'finalizers')),
    ...validateStandardFinalizers(metadata.finalizers ?? [], field(path, 'finalizers')),
  ];
}

/**
 * The metadata of an object that exists: of a generateName, which has done its work, only that it could be part of an
 * address is asked (apiserver 0.37, pkg/registry/rest validateCommonFields; apimachinery, pkg/api/validation/path).
 */
export function validateEditedMetadata(metadata: ObjectMeta, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...nameFindings(field(path, 'generateName'), pathSegmentProblems(metadata.generateName ?? '')),
    ...validateCommonMetadata(metadata, path, context),
  ];
}

/** Of the name, and of what a name is made from. */
export function validateNames(metadata: ObjectMeta, path: FieldPath): Finding[] {
  const base = metadata.generateName ?? '';
  const found = nameFindings(
    field(path, 'generateName'),
    dnsSubdomainProblems(maskTrailingDash(base)).filter(() => base !== ''),
  );
  const name = resolveName(metadata);
  const namePath = field(path, 'name');
  if (name === '') return [...found, missing(namePath, 'metadata-name-missing')];
  if (metadata.name) return [...found, ...nameFindings(namePath, dnsSubdomainProblems(name))];
  if (dnsSubdomainProblems(name).length === 0) return found;
  const at: Place = { path: nodePath(field(path, 'generateName')), part: 'value' };
  return [...found, bad(namePath, 'Invalid', 'metadata-generated-name', { args: { name }, at })];
}

/** As the server does: a prefix that ends in `-` is judged as if its last two characters were an `a`. */
function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}

/** An absent namespace is filled in by whoever sends the request. */
function validateNamespace(metadata: ObjectMeta, path: FieldPath): Finding[] {
  return metadata.namespace ? nameFindings(field(path, 'namespace'), dnsLabelProblems(metadata.namespace)) : [];
}

/** Up to 1.36 the server leaves out which of them it means (apimachinery pkg/api/validation/objectmeta.go). */
function validateOwnerReferences(owners: readonly OwnerReference[], path: FieldPath, context: RuleContext): Finding[] {
  const numbered = atLeast(context.version, '1.37') ? item : hidden;
  const kept = distinctOwners(owners);
  const found = kept.flatMap(({ owner, index }, position) =>
    validateOwnerReference(owner, shownAs(numbered(path, position), item(path, index)), context),
  );
  const controllers = kept.filter(({ owner }) => owner.controller);
  for (const { index } of controllers.slice(1)) {
    const at: Place = { path: nodePath(field(item(path, index), 'controller')), part: 'value' };
    found.push(bad(path, 'Invalid', 'owner-references-controllers', { at }));
  }
  return found;
}

/** The server takes an owner out that stands in the list before; `index` is the place of the others in the document. */
export function distinctOwners(owners: readonly OwnerReference[]): readonly { readonly owner: OwnerReference; readonly index: number }[] {
  return owners
    .map((owner, index) => ({ owner, index }))
    .filter(({ owner, index }) => !owners.slice(0, index).some((other) => semanticallyEqual(owner, other)));
}

/** What is empty is Invalid up to 1.36, then Required. */
function validateOwnerReference(owner: OwnerReference, path: FieldPath, context: RuleContext): Finding[] {
  const found: Finding[] = [];
  const reason = atLeast(context.version, '1.37') ? 'Required' : 'Invalid';
  const empty = (name: string): Finding => ({
    ...missing(field(path, name), 'owner-reference-field-missing', { args: { field: name } }),
    reason,
  });
  const version = owner.apiVersion ?? '';
  if (version === '') found.push(empty('apiVersion'));
  else if (!/^([^/]*\/)?[^/]+$/.test(version)) {
    found.push(bad(field(path, 'apiVersion'), 'Invalid', 'owner-reference-api-version', { args: { value: version } }));
  }
  for (const name of ['kind', 'name', 'uid'] as const) {
    if (!owner[name]) found.push(empty(name));
  }
  if (/^\/?v1$/.test(version) && owner.kind === 'Event') found.push(bad(path, 'Invalid', 'owner-reference-event'));
  return found;
}

function validateFinalizers(finalizers: readonly string[], path: FieldPath): Finding[] {
  const found = finalizers.flatMap((finalizer, index) => {
    const at: Place = { path: nodePath(item(path, index)), part: 'value' };
    return nameFindings(path, qualifiedNameProblems(finalizer), at);
  });
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) found.push(bad(path, 'Invalid', 'finalizers-conflict'));
  return found;
}

function validateStandardFinalizers(finalizers: readonly string[], path: FieldPath): Finding[] {
  return finalizers.flatMap((finalizer, index) =>
    finalizer.includes('/') || standardFinalizers.includes(finalizer)
      ? []
      : [bad(item(path, index), 'Invalid', 'finalizer-without-domain', { args: { value: finalizer } })],
  );
}
