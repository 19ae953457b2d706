import { type FieldPath, field, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { PodReadinessGate, PodResourceClaim, PodSchedulingGate } from '../../kubernetes/generated/types.ts';
import { dnsLabelProblems, dnsSubdomainProblems, nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import { each, required } from './checks/checks.ts';

export function validateReadinessGates(gates: readonly PodReadinessGate[] | undefined, path: FieldPath): Finding[] {
  return each(gates, path, (gate, at) => nameFindings(field(at, 'conditionType'), qualifiedNameProblems(gate.conditionType ?? '')));
}

/** The server names the item; the finding shows at its name. */
export function validateSchedulingGates(gates: readonly PodSchedulingGate[] | undefined, path: FieldPath): Finding[] {
  const names = new Set<string>();
  return each(gates, path, ({ name = '' }, at) => {
    const place = { path: nodePath(field(at, 'name')), part: 'value' } as const;
    const found = nameFindings(at, qualifiedNameProblems(name), place);
    if (names.has(name)) found.push(bad(at, 'Duplicate', 'scheduling-gate-twice', { args: { value: name }, at: place }));
    names.add(name);
    return found;
  });
}

/** Devices that the pod claims: each by one claim, or by a template of one. */
export function validateResourceClaims(claims: readonly PodResourceClaim[] | undefined, path: FieldPath): Finding[] {
  const names = new Set<string>();
  return each(claims, path, (claim, at) => {
    const sources = (['resourceClaimName', 'resourceClaimTemplateName'] as const).filter((name) => claim[name] !== undefined);
    return [
      ...validateClaimName(claim.name, field(at, 'name'), names),
      ...(sources.length === 1 ? [] : [bad(at, 'Invalid', sources.length === 0 ? 'claim-source-missing' : 'claim-sources')]),
      ...sources.flatMap((name) => nameFindings(field(at, name), dnsSubdomainProblems(claim[name] ?? ''))),
    ];
  });
}

function validateClaimName(name: string | undefined, path: FieldPath, names: Set<string>): Finding[] {
  if (!name) return required(name, path);
  if (names.has(name)) return [bad(path, 'Duplicate', 'claim-name-twice', { args: { value: name } })];
  names.add(name);
  return nameFindings(path, dnsLabelProblems(name));
}
