import { type ApiType, apiType, rootTypes } from '../../kubernetes/fields/api-fields.ts';
import { field, root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';

/**
 * A Job that calls itself a CronJob, or the reverse: its spec has the body of the other kind, which its own does not know, and
 * nothing that only its own has. The server says of it only that it does not know these fields.
 */
export function wrongKind(kind: JobKind, { spec }: PlainRecord): { readonly meant: JobKind; readonly finding: Finding } | undefined {
  const meant = kind === 'Job' ? 'CronJob' : 'Job';
  if (!isRecord(spec)) return undefined;
  const names = Object.keys(spec);
  if (!names.some((name) => bodies[meant].includes(name)) || names.some((name) => isOnlyIn(kind, meant, name))) return undefined;
  return { meant, finding: bad(field(root, 'kind'), 'WrongKind', 'wrong-kind', { args: { kind, meant } }) };
}

/** What makes a spec that of a kind. */
const bodies: Readonly<Record<JobKind, readonly string[]>> = { Job: ['template'], CronJob: ['schedule', 'jobTemplate'] };

function isOnlyIn(kind: JobKind, other: JobKind, name: string): boolean {
  return Object.hasOwn(specFields(kind), name) && !Object.hasOwn(specFields(other), name);
}

function specFields(kind: JobKind): NonNullable<ApiType['properties']> {
  return apiType(`${rootTypes[kind]}Spec`)?.properties ?? {};
}
