import type { Seconds } from '../engine/time.ts';

/**
 * One thing that somebody changes by hand about what a run takes for granted. Plain data: it can be sent, kept and undone; what it
 * does is that of the scenario file that somebody else would have written (`apply-edits.ts`).
 */
export type WhatIfEdit =
  /** How long containers run of which nothing more exact is said; null: what their command says. */
  | { readonly kind: 'run-time'; readonly seconds: Seconds | null }
  /** The share of their runs that fail with exit code 1, from 0 to 1; null: what their command says. */
  | { readonly kind: 'failure-rate'; readonly share: number | null }
  /** From binding to running containers; null: as long as usual. */
  | { readonly kind: 'start'; readonly seconds: Seconds | null }
  /** How many pods there is room for at a time; null: without a bound. */
  | { readonly kind: 'room'; readonly pods: number | null }
  /** Decides every draw by chance. */
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'pod'; readonly pod: PodMeant; readonly change: PodChange; readonly firstRunOnly?: true }
  | { readonly kind: 'action'; readonly action: ScenarioAction };

/** Which pod, as scenarios say it: by order of creation, or by completion index and attempt; of a CronJob's Job by its number. */
export type PodMeant = PodPlace & { readonly job?: number };
type PodPlace = { readonly ordinal: number } | { readonly index: number; readonly attempt?: number };

/** How the pod's containers behave otherwise. */
export type PodChange =
  | { readonly for: Seconds }
  | { readonly exit: number }
  | { readonly outOfMemory: true }
  /** Its containers cannot start for good. */
  | { readonly cannotStart: true }
  | { readonly cannotPull: true }
  | { readonly cannotSchedule: true };

/** What happens at a second, as scenarios write it. */
export type ScenarioAction = { readonly at: Seconds } & (
  | { readonly patch: Readonly<Record<string, unknown>> }
  | { readonly deletePod: number }
  | { readonly evictPod: number }
  | { readonly killContainer: number; readonly container?: string; readonly exit?: number }
  | { readonly failNode: string }
  | { readonly delete: 'Foreground' | 'Background' | 'Orphan' }
);

/** All that somebody changed by hand. */
export interface WhatIf {
  readonly edits: readonly WhatIfEdit[];
  /** The scenario beside the manifest or in its comments is left aside. */
  readonly withoutScenario?: boolean;
}
