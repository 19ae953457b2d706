import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSpec, WindowsSecurityContextOptions } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { dnsSubdomainProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import { allContainers } from './pod-context.ts';

const credentialSpecLimit = 64 * 1024;
const netBiosDomain = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const dnsDomain = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the rule is about control characters.
const controlCharacter = /[\x00-\x1f\x7f]/;

export function validateWindowsOptions(options: WindowsSecurityContextOptions | undefined, path: FieldPath): Finding[] {
  if (!options) return [];
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  const specPath = field(path, 'gmsaCredentialSpec');
  const specLength = byteLength(gmsaCredentialSpec ?? '');
  return [
    ...(gmsaCredentialSpecName === undefined
      ? []
      : nameFindings(field(path, 'gmsaCredentialSpecName'), dnsSubdomainProblems(gmsaCredentialSpecName))),
    ...(gmsaCredentialSpec === '' ? [bad(specPath, 'Invalid', 'windows-empty', { args: { field: 'gmsaCredentialSpec' } })] : []),
    ...(specLength > credentialSpecLimit
      ? [bad(specPath, 'Invalid', 'windows-credential-spec-length', { args: { length: specLength } })]
      : []),
    ...(runAsUserName === undefined ? [] : validateUserName(runAsUserName, field(path, 'runAsUserName'))),
  ];
}

/** `USER` or `DOMAIN\USER`, as Active Directory names them. */
function validateUserName(name: string, path: FieldPath): Finding[] {
  const parts = name.split('\\');
  const user = parts.at(-1) ?? '';
  const domain = parts.length > 1 ? parts[0] : undefined;
  const fine =
    name !== '' &&
    !controlCharacter.test(name) &&
    parts.length <= 2 &&
    (domain === undefined || isDomain(domain)) &&
    user !== '' &&
    byteLength(user) <= 104 &&
    !/^[. ]+$/.test(user) &&
    !/["/\\:;|=,+*?<>@[\]]/.test(user);
  return fine ? [] : [bad(path, 'Invalid', 'windows-user-name', { args: { value: name } })];
}

function isDomain(domain: string): boolean {
  return byteLength(domain) < 256 && (netBiosDomain.test(domain) || dnsDomain.test(domain));
}

/** HostProcess containers need the host's network, and suffer no others beside them. */
export function validateHostProcess(spec: PodSpec, path: FieldPath): Finding[] {
  const podValue = spec.securityContext?.windowsOptions?.hostProcess;
  const containers = allContainers(spec, path);
  const found: Finding[] = [];
  let count = 0;
  for (const { container, path: at } of containers) {
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (podValue !== undefined && own !== undefined && own !== podValue) {
      const ownPath = field(at, 'securityContext', 'windowsOptions', 'hostProcess');
      found.push(bad(ownPath, 'Invalid', 'host-process-differs', { args: { pod: podValue } }));
    }
    if (own ?? podValue) count++;
  }
  if (count === 0) return found;
  if (count < containers.length) found.push(bad(path, 'Invalid', 'host-process-mixed'));
  if (!spec.hostNetwork) found.push(bad(field(path, 'hostNetwork'), 'Invalid', 'host-process-network'));
  return found;
}
