import type { PodTemplateSpec, Toleration, TopologySpreadConstraint } from '../../kubernetes/generated/types.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { containerLines } from './describe-containers.ts';
import { volumeLines } from './describe-volumes.ts';
import { annotationLines, compareText, indented, labelLines, orNone, selectorText } from './described-values.ts';

/** The `Pod Template:` block. */
export function podTemplateLines(template: PodTemplateSpec | undefined, behaviour: Behaviour): readonly string[] {
  const { metadata, spec } = template ?? {};
  const { initContainers = [], containers = [], volumes = [], topologySpreadConstraints = [] } = spec ?? {};
  const annotated = Object.keys(metadata?.annotations ?? {}).length > 0;
  return [
    'Pod Template:',
    ...labelLines('  Labels', metadata?.labels),
    ...(annotated ? annotationLines('  Annotations', metadata?.annotations) : []),
    ...(spec?.serviceAccountName ? [indented(1, `Service Account:\t${spec.serviceAccountName}`)] : []),
    ...(initContainers.length ? containerLines('Init Containers', initContainers, behaviour) : []),
    ...containerLines('Containers', containers, behaviour),
    ...volumeLines(volumes, behaviour),
    ...topologyLines(topologySpreadConstraints),
    ...(spec?.priorityClassName ? [indented(1, `Priority Class Name:\t${spec.priorityClassName}`)] : []),
    ...(behaviour.has('describesScheduling')
      ? [...labelLines('  Node-Selectors', spec?.nodeSelector), ...tolerationLines(spec?.tolerations ?? [])]
      : []),
  ];
}

export function topologyLines(constraints: readonly TopologySpreadConstraint[]): readonly string[] {
  return constraints
    .toSorted((a, b) => compareText(a.topologyKey ?? '', b.topologyKey ?? ''))
    .map(({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }, at) => {
      const selector = labelSelector ? ` for selector ${orNone(selectorText(labelSelector))}` : '';
      const heading = at ? '' : 'Topology Spread Constraints:';
      return indented(
        1,
        `${heading}\t${topologyKey ?? ''}:${whenUnsatisfiable ?? ''} when max skew ${maxSkew ?? 0} is exceeded${selector}`,
      );
    });
}

export function tolerationLines(tolerations: readonly Toleration[]): readonly string[] {
  if (!tolerations.length) return [indented(1, 'Tolerations:\t<none>')];
  return tolerations
    .toSorted((a, b) => compareText(a.key ?? '', b.key ?? ''))
    .map((toleration, at) => indented(1, `${at ? '' : 'Tolerations:'}\t${tolerationText(toleration)}`));
}

function tolerationText({ key = '', value, effect, operator, tolerationSeconds }: Toleration): string {
  const named = `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`;
  const exists = operator === 'Exists' && !value ? `${named ? ' ' : ''}op=Exists` : '';
  return `${named}${exists}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`;
}
