import { nodePath, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { FindingOf } from '../../kubernetes/finding/finding.ts';
import type { RulesInForce } from '../../kubernetes/job-carriers.ts';
import type { ObjectOfKind } from '../../kubernetes/kinds.ts';
import type { ArgumentsIn } from '../../messages/table/message-table.ts';
import { commandCannotStart } from './container/command-cannot-start.ts';
import { imageLatest } from './container/image-latest.ts';
import { imageName } from './container/image-name.ts';
import { livenessProbe } from './container/liveness-probe.ts';
import { neverEndingWork } from './container/never-ending-work.ts';
import { noMemoryRequest } from './container/no-memory-request.ts';
import { scriptInPieces } from './container/script-in-pieces.ts';
import { sidecarAsContainer } from './container/sidecar-as-container.ts';
import { unexpandedVariable } from './container/unexpanded-variable.ts';
import { argoCdPlainJob } from './delivery/argo-cd-plain-job.ts';
import { helmHookStays } from './delivery/helm-hook-stays.ts';
import { hookValue } from './delivery/hook-value.ts';
import { shellVariableUnderFlux } from './delivery/shell-variable-under-flux.ts';
import { ttlUnderArgoCd } from './delivery/ttl-under-argo-cd.ts';
import { claimOfOneNode } from './job/claim-of-one-node.ts';
import { deadlineBeforeWork } from './job/deadline-before-work.ts';
import { indexedWithoutSubdomain } from './job/indexed-without-subdomain.ts';
import { logsGoneAtLimit } from './job/logs-gone-at-limit.ts';
import { manyRetries } from './job/many-retries.ts';
import { parallelismAboveCompletions } from './job/parallelism-above-completions.ts';
import { suspendedForGood } from './job/suspended-for-good.ts';
import { unreachablePolicyRule } from './job/unreachable-policy-rule.ts';
import { unremovedJob } from './job/unremoved-job.ts';
import { rulesLeft } from './rule/rules-left.ts';
import { type AdviceContext, subjectOf } from './rule/subject.ts';
import { overlappingRuns } from './schedule/overlapping-runs.ts';
import { replacedBeforeDone } from './schedule/replaced-before-done.ts';
import { scheduleClockChange } from './schedule/schedule-clock-change.ts';
import { scheduleEachMinute } from './schedule/schedule-each-minute.ts';
import { scheduleEitherDay } from './schedule/schedule-either-day.ts';
import { scheduleNeverFires } from './schedule/schedule-never-fires.ts';
import { scheduleUnevenStep } from './schedule/schedule-uneven-step.ts';
import { shortStartingDeadline } from './schedule/short-starting-deadline.ts';
import { ttlUndoesHistory } from './schedule/ttl-undoes-history.ts';

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
  hookValue,
  scheduleEachMinute,
  scheduleUnevenStep,
  ttlUndoesHistory,
  unexpandedVariable,
  suspendedForGood,
  indexedWithoutSubdomain,
  claimOfOneNode,
  helmHookStays,
  shellVariableUnderFlux,
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

/** An error only where somebody asks for that. */
export type AdviceLevel = 'off' | 'info' | 'warning' | 'error';

/** How loud each rule is; a rule that is not named has its own level, and one of practice that is named is like any other. */
export type AdviceLevels = Readonly<Partial<Record<AdviceCode, AdviceLevel>>>;

export function isAdviceCode(code: string): code is AdviceCode {
  return adviceRules.some((rule) => rule.code === code);
}

/** Whether what a rule finds holds of a value alone, whatever stands around it. */
export function isOfValue(code: AdviceCode): boolean {
  return adviceRules.some((rule) => rule.code === code && rule.ofValue);
}

/** The levels of rules for what an object of another project carries: rules that do not hold there are off. */
export function adviceIn(carried: RulesInForce, levels: AdviceLevels | 'off'): AdviceLevels | 'off' {
  if (levels === 'off') return levels;
  const others = adviceRules.filter(({ carriedBy }) => carriedBy === undefined || wholes.indexOf(carriedBy) > wholes.indexOf(carried));
  return { ...levels, ...Object.fromEntries(others.map(({ code }) => [code, 'off'] as const)) };
}

/** From the least to the most that another project may carry. */
const wholes: readonly RulesInForce[] = ['part', 'pod', 'job'];

const rulesToAsk = rulesLeft(adviceRules);

/** What we advise about one object, of most rules at most one finding; paths begin at the object. */
export function advise(advised: ObjectOfKind, context: AdviceContext, levels: AdviceLevels = {}): AdviceFinding[] {
  const subject = subjectOf(advised, context);
  return rulesToAsk(advised.object.spec, subject).flatMap((rule) => {
    const level = levels[rule.code] ?? rule.level;
    const isPractice = rule.tier === 'practice' && levels[rule.code] === undefined;
    if (level === 'off') return [];
    const found = rule.find(subject);
    if (found.length === 0) return [];
    return found.map(({ path, part, range, args, related, remedies }) => ({
      path: serverPath(path),
      at: { path: nodePath(path), part, ...(range ? { range } : {}) },
      reason: 'Advice' as const,
      code: rule.code,
      args,
      // Raised where findings are told: here errors are what the API server refuses.
      severity: level === 'error' ? 'warning' : level,
      ...(isPractice ? { practice: true as const } : {}),
      ...(related ? { related } : {}),
      ...(remedies.length ? { remedies } : {}),
    }));
  });
}
