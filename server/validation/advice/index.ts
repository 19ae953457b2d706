import { nodePath, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { ObjectOfKind } from '../../kubernetes/kinds.ts';
import { commandCannotStart } from './command-cannot-start.ts';
import { deadlineBeforeWork } from './deadline-before-work.ts';
import { imageLatest } from './image-latest.ts';
import { imageName } from './image-name.ts';
import { livenessProbe } from './liveness-probe.ts';
import { logsGoneAtLimit } from './logs-gone-at-limit.ts';
import { manyRetries } from './many-retries.ts';
import { memoryRequest } from './memory-request.ts';
import { neverEndingWork, sidecarAsContainer } from './never-ending-container.ts';
import { overlappingRuns, replacedBeforeDone } from './overlapping-runs.ts';
import { parallelismAboveCompletions } from './parallelism-above-completions.ts';
import type { AdviceContext, AdviceLevel, AdviceRule } from './rule.ts';
import { scheduleClockChange } from './schedule-clock-change.ts';
import { scheduleEitherDay } from './schedule-either-day.ts';
import { scheduleNeverFires } from './schedule-never-fires.ts';
import { scriptInPieces } from './script-in-pieces.ts';
import { shortStartingDeadline } from './short-starting-deadline.ts';
import { subjectOf } from './subject.ts';
import { unreachablePolicyRule } from './unreachable-policy-rule.ts';
import { unremovedJob } from './unremoved-job.ts';

/** Every rule of our own. The API server accepts all of what they speak of. */
export const adviceRules: readonly AdviceRule[] = [
  imageName,
  commandCannotStart,
  scriptInPieces,
  sidecarAsContainer,
  neverEndingWork,
  scheduleNeverFires,
  scheduleEitherDay,
  scheduleClockChange,
  overlappingRuns,
  replacedBeforeDone,
  shortStartingDeadline,
  deadlineBeforeWork,
  parallelismAboveCompletions,
  manyRetries,
  unreachablePolicyRule,
  logsGoneAtLimit,
  livenessProbe,
  imageLatest,
  memoryRequest,
  unremovedJob,
];

/** How loud each rule is; a rule that is not named has its own level. */
export type AdviceLevels = Readonly<Record<string, AdviceLevel>>;

/** What we advise about one object, at most one finding of each rule; paths begin at the object. */
export function advise(advised: ObjectOfKind, context: AdviceContext, levels: AdviceLevels = {}): Finding[] {
  const subject = subjectOf(advised, context);
  return adviceRules.flatMap((rule) => {
    const level = Object.hasOwn(levels, rule.code) ? (levels[rule.code] ?? rule.level) : rule.level;
    const found = level === 'off' ? undefined : rule.check(subject);
    if (!found || level === 'off') return [];
    const { path, part, args, related } = found;
    const at = { path: nodePath(path), part };
    return [{ path: serverPath(path), at, reason: 'Advice', code: rule.code, args, severity: level, ...(related ? { related } : {}) }];
  });
}
