import { kubernetesVersions as known } from './kubernetes/versions.ts';
import type * as api from './library/api.ts';

export { at, recording } from './library/at.ts';
export { parse } from './library/parse.ts';
export { simulate } from './library/simulate.ts';
export { fix, validate } from './library/validate.ts';
export const kubernetesVersions: typeof api.kubernetesVersions = known;
