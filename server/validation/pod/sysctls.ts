import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSpec, Sysctl } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { each, required } from './checks/checks.ts';

const segment = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const wellFormed = new RegExp(`^(${segment}[./])*${segment}$`);

const ipcNames = [
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.shm',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.msg',
];

/** Kernel settings of the pod; those of a namespace that it shares with the host would be the host's. */
export function validateSysctls(sysctls: readonly Sysctl[] | undefined, path: FieldPath, spec: PodSpec): Finding[] {
  const names = new Set<string>();
  return each(sysctls, path, (sysctl, at) => {
    const name = sysctl.name ?? '';
    const namePath = field(at, 'name');
    const found = required(sysctl.name, namePath);
    if (name !== '' && !(byteLength(name) <= 253 && wellFormed.test(name)))
      found.push(bad(namePath, 'Invalid', 'sysctl-name', { args: { value: name } }));
    else if (name !== '' && names.has(name)) found.push(bad(namePath, 'Duplicate', 'sysctl-twice', { args: { value: name } }));
    names.add(name);
    const shared = sharedNamespace(normalize(name), spec);
    return shared ? [...found, bad(namePath, 'Invalid', 'sysctl-host', { args: { value: name, field: shared } })] : found;
  });
}

/** The field that makes the setting the host's. */
function sharedNamespace(name: string, spec: PodSpec): string | undefined {
  const known = name.split('*')[0] ?? '';
  if (spec.hostNetwork && known.startsWith('net.')) return 'hostNetwork';
  if (spec.hostIPC && (ipcNames.includes(known) || known.startsWith('fs.mqueue.'))) return 'hostIPC';
  return undefined;
}

/** Written with slashes, a name's dots are slashes and its slashes dots (component-helpers/node/util/sysctl, 0.37). */
function normalize(name: string): string {
  const separator = name.search(/[./]/);
  if (separator < 0 || name[separator] === '.') return name;
  return name.replace(/[./]/g, (character) => (character === '.' ? '/' : '.'));
}
