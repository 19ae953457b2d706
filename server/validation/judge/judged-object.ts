import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { CarriedJob } from '../../kubernetes/job-carriers.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { NodePath } from '../../plain/node-path.ts';
import type { AdviceLevels } from '../advice/index.ts';
import type { Claims } from '../advice/rule/claims.ts';
import type { JudgedFinding } from './judged-finding.ts';

export interface JudgeSettings {
  readonly version: KubernetesVersion;
  /** The document is a patch of an object that stands elsewhere: what is missing is no fault. */
  readonly partial?: boolean;
  /** How loud each piece of advice is, by its code; `off` for none at all. */
  readonly advice?: AdviceLevels | 'off';
  /** A tool fills in values such as `${NAME}` before the API server sees them. */
  readonly placeholders?: boolean;
  /** `off` where nobody asks which findings follow from which, and what was meant. */
  readonly causes?: 'off';
  /** The claims that stand in the same file. */
  readonly claims?: Claims;
  /** The time from which a schedule's coming runs are looked for, in epoch milliseconds. */
  readonly now?: number;
}

/** What is to be said of one Job or CronJob, or of a document that claims to hold one but cannot be read. */
export interface JudgedObject {
  /** Null when it cannot be told, or is none that the API has. */
  readonly kind: JobKind | null;
  readonly name: string | null;
  /** Its place in a List. */
  readonly item?: number;
  /** The object of another project that carries it, such as a JobSet. */
  readonly carrier?: { readonly kind: string; readonly name: string | null; readonly carried: Pick<CarriedJob, 'job' | 'part'> };
  /** Where the object begins in the document. The `path` of a finding counts from here, `at` from the document's root. */
  readonly at: NodePath;
  /** Decoded, without defaults; undefined when it could not be decoded at all. */
  readonly object?: Job | CronJob;
  /** What is wrong with its shape, then with its values, both in the server's order; then its warnings or our advice. */
  readonly findings: readonly JudgedFinding[];
  /** Of those that only follow from another one: that one. */
  readonly causes?: ReadonlyMap<JudgedFinding, JudgedFinding>;
  /** Whether errors are passed over because a template fills in the values that they are about: nobody can say yet what is accepted. */
  readonly filledInLater?: boolean;
}
