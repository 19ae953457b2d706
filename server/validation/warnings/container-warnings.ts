import { type FieldPath, field, item, key } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { EnvVar, PodSpec, Quantity } from '../../kubernetes/generated/types.ts';
import { formatQuantity, isFractional, parseQuantity, roundToMilli } from '../../kubernetes/values/quantity.ts';
import { eachContainer } from '../pod/pod-context.ts';

/** Bytes come whole. */
const measuredInBytes = ['memory', 'ephemeral-storage'];

export function containerWarnings(spec: PodSpec, path: FieldPath): Finding[] {
  return eachContainer(spec, path, (container, at) => [
    ...fractionWarnings(container.resources?.limits, field(at, 'resources', 'limits')),
    ...fractionWarnings(container.resources?.requests, field(at, 'resources', 'requests')),
    ...hiddenVariables(container.env ?? [], field(at, 'env')),
  ]);
}

/** Memory and storage in parts of bytes: most often an `m` that was meant to be `M`. */
export function fractionWarnings(list: Readonly<Record<string, Quantity>> | undefined, path: FieldPath): Finding[] {
  return measuredInBytes.flatMap((name) => {
    const value = list?.[name];
    return value === undefined ? [] : fractionWarning(value, key(path, name));
  });
}

export function fractionWarning(value: Quantity, path: FieldPath): Finding[] {
  const quantity = parseQuantity(value);
  const rounded = quantity && roundToMilli(quantity);
  return rounded && isFractional(rounded) ? [warning(path, 'bytes-fractional', { args: { value: formatQuantity(rounded) } })] : [];
}

/** A second variable of the same name, unless it adds to the first: `PATH: $(PATH):/more`. */
function hiddenVariables(variables: readonly EnvVar[], path: FieldPath): Finding[] {
  const seen = new Set<string>();
  return variables.flatMap(({ name = '', value = '', valueFrom }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const reference = `$(${name})`;
    const adds = !valueFrom && value !== reference && value.includes(reference);
    return adds ? [] : [warning(item(path, index), 'env-hidden', { args: { value: name } })];
  });
}
