import type { Remark } from '../../messages/en/index.ts';
import type { names } from '../../messages/en/names.ts';
import { type FieldPath, nodePath } from '../finding/field-path.ts';
import { bad, type Finding, type Place } from '../finding/finding.ts';
import { byteLength } from './byte-length.ts';

/**
 * What is wrong with a name: the code of a text in `messages/en/names.ts` and its arguments.
 * An empty list means that the name is fine. Rules follow apimachinery 0.37, pkg/util/validation and
 * pkg/api/validate/content; lengths are in bytes of UTF-8, as in Go.
 */
export type NameProblem = Remark<keyof typeof names>;

export type NameCheck = (value: string) => readonly NameProblem[];

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dnsLabel = new RegExp(`^${label}$`);
const dnsSubdomain = new RegExp(`^${label}(\\.${label})*$`);
const qualifiedPart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** One label of a DNS name (RFC 1123): containers, volumes, namespaces, host names. At most 63 bytes. */
export function dnsLabelProblems(value: string): readonly NameProblem[] {
  const found = tooLong(value, 63);
  if (dnsLabel.test(value)) return found;
  return [...found, { code: dnsSubdomain.test(value) ? 'name-dns-label-dots' : 'name-dns-label', args: { value } }];
}

/** Labels joined by dots (RFC 1123): most objects' names. At most 253 bytes. */
export function dnsSubdomainProblems(value: string): readonly NameProblem[] {
  const found = tooLong(value, 253);
  return dnsSubdomain.test(value) ? found : [...found, { code: 'name-dns-subdomain', args: { value } }];
}

/** `name` or `prefix/name`, the prefix a DNS subdomain: label keys, finalizers, condition types, resource names. */
export function qualifiedNameProblems(value: string): readonly NameProblem[] {
  return qualifiedProblems(value, value);
}

function qualifiedProblems(value: string, shown: string): readonly NameProblem[] {
  const parts = value.split('/');
  if (parts.length > 2) return [{ code: 'name-qualified', args: { value: shown } }];
  const name = parts.at(-1) ?? '';
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const found: NameProblem[] = [];
  if (prefix === '') found.push({ code: 'name-qualified-prefix-empty', args: { value: shown } });
  else if (prefix !== undefined && dnsSubdomainProblems(prefix).length > 0) {
    found.push({ code: 'name-qualified-prefix', args: { value: shown } });
  }
  if (name === '') found.push({ code: 'name-qualified-empty', args: { value: shown } });
  else if (byteLength(name) > 63) found.push({ code: 'name-qualified-length', args: { name, length: byteLength(name) } });
  if (name !== '' && !qualifiedPart.test(name)) found.push({ code: 'name-qualified', args: { value: shown } });
  return found;
}

/** As `qualifiedNameProblems`, but upper case is allowed in the prefix too. */
export function annotationKeyProblems(value: string): readonly NameProblem[] {
  return qualifiedProblems(value.toLowerCase(), value);
}

/** Empty, or at most 63 letters, digits, `-`, `_`, `.` that begin and end with a letter or digit. */
export function labelValueProblems(value: string): readonly NameProblem[] {
  const found = tooLong(value, 63);
  return value === '' || qualifiedPart.test(value) ? found : [...found, { code: 'name-label-value', args: { value } }];
}

/** A port's name (IANA service name): at most 15 of a-z, 0-9, `-`, with a letter, no `-` at an end or doubled. */
export function portNameProblems(value: string): readonly NameProblem[] {
  const found = [...tooLong(value, 15)];
  const wellFormed = /^[-a-z0-9]+$/.test(value) && /[a-z]/.test(value) && !value.includes('--') && !/^-|-$/.test(value);
  if (!wellFormed) found.push({ code: 'name-port', args: { value } });
  return found;
}

/** An environment variable's name as 1.32 and later read it: any printable ASCII but `=`. */
export function relaxedEnvNameProblems(value: string): readonly NameProblem[] {
  return /^[\x20-\x3c\x3e-\x7e]+$/.test(value) ? [] : [{ code: 'name-env-relaxed', args: { value } }];
}

/** An environment variable's name as versions before 1.32 read it. */
export function envNameProblems(value: string): readonly NameProblem[] {
  const found = parentDirectory(value);
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) ? found : [{ code: 'name-env', args: { value } }, ...found];
}

/** A key of a ConfigMap or Secret. At most 253 bytes. */
export function configMapKeyProblems(value: string): readonly NameProblem[] {
  const found = [...tooLong(value, 253)];
  if (!/^[-._a-zA-Z0-9]+$/.test(value)) found.push({ code: 'name-config-map-key', args: { value } });
  return [...found, ...parentDirectory(value)];
}

/** A header's name in an HTTP probe or hook. */
export function httpHeaderNameProblems(value: string): readonly NameProblem[] {
  return /^[-A-Za-z0-9]+$/.test(value) ? [] : [{ code: 'name-http-header', args: { value } }];
}

/** `domain/path`, the domain a DNS subdomain, the path as in a URL: managedBy. Not empty: that is a rule of its own. */
export function domainPrefixedPathProblems(value: string): readonly NameProblem[] {
  const slash = value.indexOf('/');
  const host = value.slice(0, Math.max(slash, 0));
  const path = value.slice(slash + 1);
  if (host === '' || path === '') return [{ code: 'name-domain-path', args: { value } }];
  const found: NameProblem[] = [];
  if (dnsSubdomainProblems(host).length > 0) found.push({ code: 'name-domain-path-host', args: { host } });
  if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)) found.push({ code: 'name-domain-path-rest', args: { path } });
  return found;
}

/** What may begin a part of an address. */
export function pathSegmentProblems(value: string): readonly NameProblem[] {
  return ['/', '%'].flatMap((part) => (value.includes(part) ? [{ code: 'name-path-segment', args: { value, part } } as const] : []));
}

/** Problems as findings with the reason Invalid; `part` says whether the name stands in the value or is the key. */
export function nameFindings(path: FieldPath, problems: readonly NameProblem[], at?: Place): Finding[] {
  const place: Place = at ?? { path: nodePath(path), part: 'value' };
  return problems.map(({ code, args }) => bad(path, 'Invalid', code, { args, at: place }));
}

function tooLong(value: string, limit: number): readonly NameProblem[] {
  const length = byteLength(value);
  return length > limit ? [{ code: 'name-length', args: { value, length, limit } }] : [];
}

function parentDirectory(value: string): readonly NameProblem[] {
  return value === '.' || value.startsWith('..') ? [{ code: 'name-parent-directory', args: { value } }] : [];
}
