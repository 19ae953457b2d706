import type { KubernetesVersion } from '../kubernetes/versions.ts';

/** What a rule may know besides the value and its path. */
export interface RuleContext {
  /** The version whose verdict is wanted. */
  readonly version: KubernetesVersion;
}
