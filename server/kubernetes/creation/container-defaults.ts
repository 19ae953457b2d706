import type { Container, PodSpec, Quantity } from '../generated/types.ts';

/** Limits and requests that the containers of a pod get where they leave them out; those of one LimitRange. */
export interface ContainerDefaults {
  readonly limits: Readonly<Record<string, Quantity>>;
  readonly requests: Readonly<Record<string, Quantity>>;
}

/** What LimitRanges fill in, one after the other (plugin/pkg/admission/limitranger mergePodResourceRequirements, 1.37). */
export function withContainerDefaults(spec: PodSpec, defaults: readonly ContainerDefaults[]): PodSpec {
  if (defaults.length === 0) return spec;
  const fill = <T extends Container>(container: T): T => defaults.reduce((filled, one) => withDefaults(filled, one), container);
  return {
    ...spec,
    ...(spec.containers ? { containers: spec.containers.map(fill) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(fill) } : {}),
  };
}

function withDefaults<T extends Container>(container: T, { limits, requests }: ContainerDefaults): T {
  const { limits: ownLimits, requests: ownRequests, ...others } = container.resources ?? {};
  const filled = { limits: { ...limits, ...ownLimits }, requests: { ...requests, ...ownRequests } };
  const written = Object.fromEntries(Object.entries(filled).filter(([, amounts]) => Object.keys(amounts).length > 0));
  return { ...container, resources: { ...others, ...written } };
}

/** The annotation by which the server tells what it filled in; none where it filled in nothing. Of several LimitRanges the last that did tells. */
export function limitRangerAnnotation(spec: PodSpec, defaults: readonly ContainerDefaults[]): Readonly<Record<string, string>> {
  const told = defaults
    .map((one, at) => filledIn(withContainerDefaults(spec, defaults.slice(0, at)), one))
    .findLast((lines) => lines.length > 0);
  return told ? { 'kubernetes.io/limit-ranger': `LimitRanger plugin set: ${told.join('; ')}` } : {};
}

function filledIn({ containers = [], initContainers = [] }: PodSpec, defaults: ContainerDefaults): readonly string[] {
  const of = (list: readonly Container[], called: string) =>
    list.flatMap(({ name, resources }) =>
      (['requests', 'limits'] as const).flatMap((kind) => {
        const missing = Object.keys(defaults[kind]).filter((resource) => resources?.[kind]?.[resource] === undefined);
        return missing.length > 0 ? [`${missing.sort().join(', ')} ${kind.slice(0, -1)} for ${called} ${name}`] : [];
      }),
    );
  return [...of(containers, 'container'), ...of(initContainers, 'init container')];
}
