import { nodePath, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { FindingOf } from '../../kubernetes/finding/finding.ts';
import type { ObjectOfKind } from '../../kubernetes/kinds.ts';
import type { ArgumentsIn } from '../../messages/table/message-table.ts';
import { argoCdPlainJob } from './argo-cd-plain-job.ts';
import { commandCannotStart } from './command-cannot-start.ts';
import { deadlineBeforeWork } from './deadline-before-work.ts';
import { imageLatest } from './image-latest.ts';
import { imageName } from './image-name.ts';
import { livenessProbe } from './liveness-probe.ts';
import { logsGoneAtLimit } from './logs-gone-at-limit.ts';
import { manyRetries } from './many-retries.ts';
import { neverEndingWork } from './never-ending-work.ts';
import { noMemoryRequest } from './no-memory-request.ts';
import { overlappingRuns } from './overlapping-runs.ts';
import { parallelismAboveCompletions } from './parallelism-above-completions.ts';
import { replacedBeforeDone } from './replaced-before-done.ts';
import { type AdviceContext, subjectOf } from './rule/subject.ts';
import { scheduleClockChange } from './schedule-clock-change.ts';
import { scheduleEitherDay } from './schedule-either-day.ts';
import { scheduleNeverFires } from './schedule-never-fires.ts';
import { scriptInPieces } from './script-in-pieces.ts';
import { shortStartingDeadline } from './short-starting-deadline.ts';
import { sidecarAsContainer } from './sidecar-as-container.ts';
import { ttlUnderArgoCd } from './ttl-under-argo-cd.ts';
import { unreachablePolicyRule } from './unreachable-policy-rule.ts';
import { unremovedJob } from './unremoved-job.ts';

/** Every rule of our own. The API server accepts all of what they speak of. */
export const adviceRules = [
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
  noMemoryRequest,
  unremovedJob,
  ttlUnderArgoCd,
  argoCdPlainJob,
] as const;

type Rule = (typeof adviceRules)[number];

/** The names of the rules. */
export type AdviceCode = Rule['code'];

/** The English text of each rule, by its name. */
export type AdviceTexts = { readonly [Each in Rule as Each['code']]: Each['texts']['en'] };

/** What a rule found. */
export interface AdviceFinding extends FindingOf<AdviceCode, ArgumentsIn<AdviceTexts[AdviceCode]>> {
  /** It comes from a rule of practice whose level nobody chose. */
  readonly practice?: true;
}

export type AdviceLevel = 'off' | 'info' | 'warning';

/** How loud each rule is; a rule that is not named has its own level, and one of practice that is named is like any other. */
export type AdviceLevels = Readonly<Partial<Record<AdviceCode, AdviceLevel>>>;

export function isAdviceCode(code: string): code is AdviceCode {
  return adviceRules.some((rule) => rule.code === code);
}

/** What we advise about one object, at most one finding of each rule; paths begin at the object. */
export function advise(advised: ObjectOfKind, context: AdviceContext, levels: AdviceLevels = {}): AdviceFinding[] {
  const subject = subjectOf(advised, context);
  return adviceRules.flatMap((rule) => {
    const level = levels[rule.code] ?? rule.level;
    const isPractice = rule.tier === 'practice' && levels[rule.code] === undefined;
    const found = level === 'off' ? undefined : rule.find(subject);
    if (!found || level === 'off') return [];
    const { path, part, args, related, remedies } = found;
    return [
      {
        path: serverPath(path),
        at: { path: nodePath(path), part },
        reason: 'Advice' as const,
        code: rule.code,
        args,
        severity: level,
        ...(isPractice ? { practice: true as const } : {}),
        ...(related ? { related } : {}),
        ...(remedies.length ? { remedies } : {}),
      },
    ];
  });
}
