import type { Container, PodSpec, Quantity } from '../kubernetes/generated/types.ts';
import { compareQuantities, formatQuantity, parseQuantity } from '../kubernetes/values/quantity.ts';
import { oncePer } from '../plain/once-per.ts';

/**
 * What is wrong with a pod though its template was accepted (pkg/apis/core/validation ValidatePodCreate, 1.37), in the
 * server's words: rules that it asks of pods alone, and those that broke by what a LimitRange filled in. Of each pod it is
 * looked for once: it is asked again at every keystroke in a document beside it.
 */
export const invalidPod = oncePer((spec: PodSpec) => spec, findInvalid);

function findInvalid(spec: PodSpec): readonly string[] {
  return [
    ...(['initContainers', 'containers'] as const).flatMap((list) =>
      (spec[list] ?? []).flatMap((container, index) => invalidContainer(container, `spec.${list}[${index}]`)),
    ),
    ...(spec.nodeName && spec.schedulingGates?.length
      ? ['spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared']
      : []),
  ];
}

function invalidContainer({ image = '', resources }: Container, path: string): readonly string[] {
  const requests = Object.entries(resources?.requests ?? {}).sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  return [
    ...(image !== image.trim()
      ? [`${path}.image: Invalid value: ${JSON.stringify(image)}: must not have leading or trailing whitespace`]
      : []),
    ...requests.flatMap(([name, request]) => aboveLimit(name, request, resources?.limits?.[name], path) ?? []),
  ];
}

function aboveLimit(name: string, request: Quantity, limit: Quantity | undefined, path: string): string | undefined {
  const [asked, bound] = [parseQuantity(request), limit === undefined ? undefined : parseQuantity(limit)];
  if (!asked || !bound || compareQuantities(asked, bound) <= 0) return undefined;
  const value = JSON.stringify(formatQuantity(asked));
  return `${path}.resources.requests: Invalid value: ${value}: must be less than or equal to ${name} limit of ${formatQuantity(bound)}`;
}
