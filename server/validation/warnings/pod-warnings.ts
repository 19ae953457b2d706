import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { PodSpec, PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import { askedOnce } from '../asked-once.ts';
import { annotationWarnings } from './annotation-warnings.ts';
import { containerWarnings, fractionWarnings } from './container-warnings.ts';
import { addressWarnings, duplicateWarnings } from './list-warnings.ts';
import { placementWarnings } from './placement-warnings.ts';
import { portWarnings } from './port-warnings.ts';
import { overlapWarnings } from './virtual-paths.ts';
import { volumeWarnings } from './volume-warnings.ts';

/**
 * What the API server warns of in a pod template that it accepts (pkg/api/pod/warnings.go, 1.37); `path` is the
 * template's. Here the server does not leave `metadata` out of its paths. Older versions know fewer of the warnings, but
 * what they say holds there too, so they are given for every version.
 */
export const podTemplateWarnings = askedOnce(({ metadata = {}, spec = {} }: PodTemplateSpec, path, context) => {
  const specPath = field(path, 'spec');
  return [
    ...placementWarnings(spec, specPath),
    ...annotationWarnings(metadata.annotations ?? {}, spec, field(path, 'metadata', 'annotations'), context),
    ...volumeWarnings(spec, field(specPath, 'volumes'), context),
    ...overlapWarnings(spec, field(specPath, 'volumes'), context),
    ...duplicateWarnings(spec, specPath),
    ...fractionWarnings(spec.overhead, field(specPath, 'overhead')),
    ...containerWarnings(spec, specPath),
    ...portWarnings(spec, specPath),
    ...gracePeriodWarnings(spec, field(specPath, 'terminationGracePeriodSeconds')),
    ...addressWarnings(spec, specPath),
  ];
});

function gracePeriodWarnings({ terminationGracePeriodSeconds: seconds }: PodSpec, path: FieldPath): Finding[] {
  return seconds !== undefined && seconds < 0 ? [warning(path, 'grace-period-negative', { args: { value: seconds } })] : [];
}
