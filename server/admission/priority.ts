import type { PodSpec } from '../kubernetes/generated/types.ts';
import type { PriorityClass } from './namespace-facts.ts';

/** What Priority makes of a pod: what is to be filled in, or why it is forbidden, in the server's words. */
export type Priority = { readonly spec: PodSpec } | { readonly objection: string };

const without = { name: '', value: 0, preemptionPolicy: 'PreemptLowerPriority' };

/** The pod's class, or the default one, decides its priority (plugin/pkg/admission/priority admission.go, 1.37); `classes` are all that there are. */
export function withPriority(spec: PodSpec, classes: readonly PriorityClass[]): Priority {
  const named = spec.priorityClassName || undefined;
  const found = named === undefined ? (defaultClass(classes) ?? without) : classes.find(({ name }) => name === named);
  if (!found) return { objection: `no PriorityClass with name ${named} was found` };
  const { name, value, preemptionPolicy } = found;
  const computed = (what: string, given: unknown, by: unknown) =>
    `the ${what} (${given}) must not be provided in pod spec; priority admission controller computed ${by} from the given PriorityClass name`;
  if (spec.priority !== undefined && spec.priority !== value)
    return { objection: computed('integer value of priority', spec.priority, value) };
  if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== preemptionPolicy)
    return { objection: computed('string value of PreemptionPolicy', spec.preemptionPolicy, preemptionPolicy) };
  return { spec: { ...spec, ...(name === '' ? {} : { priorityClassName: name }) } };
}

/** Of several, which there should not be, the one with the lowest value. */
function defaultClass(classes: readonly PriorityClass[]): PriorityClass | undefined {
  return classes.filter(({ globalDefault }) => globalDefault).sort((a, b) => a.value - b.value)[0];
}
