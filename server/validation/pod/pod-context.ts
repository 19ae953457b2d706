import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { Container, EphemeralContainer, PodSpec, Volume } from '../../kubernetes/generated/types.ts';
import type { RuleContext } from '../context.ts';

/** What the rules of a container or volume may know of the pod around it. */
export interface PodContext extends RuleContext {
  readonly spec: PodSpec;
  /** The volumes without a fault, by name: only these can be mounted. */
  readonly volumes: ReadonlyMap<string, Volume>;
  /** The names in resourceClaims that are not empty. */
  readonly claims: ReadonlySet<string>;
}

/** Containers of every kind, in the order in which the server visits them: init, regular, ephemeral. */
export function allContainers(spec: PodSpec, path: FieldPath): readonly { container: Container | EphemeralContainer; path: FieldPath }[] {
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).map((container, index) => ({ container, path: item(field(path, list), index) })),
  );
}

/** The findings of a rule that looks at containers of every kind. */
export function eachContainer(
  spec: PodSpec,
  path: FieldPath,
  rule: (container: Container | EphemeralContainer, at: FieldPath) => Finding[],
): Finding[] {
  return allContainers(spec, path).flatMap(({ container, path: at }) => rule(container, at));
}

/** Whether the pod uses the host's users, as it does unless hostUsers is false. */
export function usesHostUsers(spec: PodSpec): boolean {
  return spec.hostUsers !== false;
}
