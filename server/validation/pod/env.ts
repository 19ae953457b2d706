import { type FieldPath, field, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { ConfigMapKeySelector, EnvFromSource, EnvVar, EnvVarSource, FileKeySelector } from '../../kubernetes/generated/types.ts';
import {
  configMapKeyProblems,
  dnsLabelProblems,
  dnsSubdomainProblems,
  envNameProblems,
  type NameCheck,
  nameFindings,
  relaxedEnvNameProblems,
} from '../../kubernetes/names/name-problems.ts';
import type { RuleContext } from '../context.ts';
import { each, optionalName, required, requiredName } from './checks/checks.ts';
import { validateFieldRef, validateResourceFieldRef } from './checks/field-selectors.ts';
import { withoutParent } from './checks/file-paths.ts';
import { isOn } from './checks/gates.ts';

const fieldsForEnv = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** A container's env. */
export function validateEnv(variables: readonly EnvVar[] | undefined, path: FieldPath, context: RuleContext): Finding[] {
  const check = envNameCheck(context);
  return each(variables, path, (variable, at) => [
    ...requiredName(variable.name, field(at, 'name'), check),
    ...(variable.valueFrom ? validateValueFrom(variable.valueFrom, variable.value, field(at, 'valueFrom'), context) : []),
  ]);
}

/** A container's envFrom. The server names the list for an item with no source or two. */
export function validateEnvFrom(sources: readonly EnvFromSource[] | undefined, path: FieldPath, context: RuleContext): Finding[] {
  return each(sources, path, (source, at) => {
    const refs = (['configMapRef', 'secretRef'] as const).filter((name) => source[name]);
    const place = { path: nodePath(at), part: 'value' } as const;
    return [
      ...optionalName(source.prefix, field(at, 'prefix'), envNameCheck(context)),
      ...refs.flatMap((name) => requiredName(source[name]?.name, field(at, name, 'name'), prefixProblems)),
      ...(refs.length === 0 ? [bad(path, 'Invalid', 'env-from-source-missing', { at: place })] : []),
      ...(refs.length > 1 ? [bad(path, 'Invalid', 'env-from-sources', { at: place })] : []),
    ];
  });
}

function envNameCheck(context: RuleContext): NameCheck {
  return isOn('RelaxedEnvironmentVariableValidation', context.version) ? relaxedEnvNameProblems : envNameProblems;
}

/** The server takes a name here for the beginning of one, so that it may end in `-`. */
function prefixProblems(value: string): ReturnType<NameCheck> {
  return dnsSubdomainProblems(value.length > 1 && value.endsWith('-') ? `${value.slice(0, -2)}a` : value);
}

function validateValueFrom(source: EnvVarSource, value: string | undefined, path: FieldPath, context: RuleContext): Finding[] {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = source;
  const fileKeyRef = isOn('EnvFiles', context.version) ? source.fileKeyRef : undefined;
  const found = [
    ...(fieldRef ? validateFieldRef(fieldRef, field(path, 'fieldRef'), fieldsForEnv) : []),
    ...(resourceFieldRef ? validateResourceFieldRef(resourceFieldRef, field(path, 'resourceFieldRef'), false) : []),
    ...(configMapKeyRef ? validateKeyRef(configMapKeyRef, field(path, 'configMapKeyRef')) : []),
    ...(secretKeyRef ? validateKeyRef(secretKeyRef, field(path, 'secretKeyRef')) : []),
    ...(fileKeyRef ? validateFileKeyRef(fileKeyRef, field(path, 'fileKeyRef')) : []),
  ];
  const count = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter(Boolean).length;
  if (count === 0) found.push(bad(path, 'Invalid', 'env-source-missing'));
  else if (value) found.push(bad(path, 'Invalid', 'env-value-and-source'));
  else if (count > 1) found.push(bad(path, 'Invalid', 'env-sources'));
  return found;
}

/** A key of a ConfigMap or Secret. An empty name is invalid here, not missing. */
function validateKeyRef(ref: ConfigMapKeySelector, path: FieldPath): Finding[] {
  const at = field(path, 'name');
  return [
    ...(ref.name ? nameFindings(at, dnsSubdomainProblems(ref.name)) : [bad(at, 'Invalid', 'field-required', { args: { field: 'name' } })]),
    ...requiredName(ref.key, field(path, 'key'), configMapKeyProblems),
  ];
}

function validateFileKeyRef(ref: FileKeySelector, path: FieldPath): Finding[] {
  return [
    ...requiredName(ref.key, field(path, 'key'), relaxedEnvNameProblems),
    ...requiredName(ref.volumeName, field(path, 'volumeName'), dnsLabelProblems),
    ...(ref.path ? withoutParent(ref.path, field(path, 'path')) : required(ref.path, field(path, 'path'))),
  ];
}
