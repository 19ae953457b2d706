import { changedBy } from '../../kubernetes/finding/changed-by.ts';
import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import { type Finding, type FindingOf, hasCode } from '../../kubernetes/finding/finding.ts';
import type { Remedy } from '../../kubernetes/finding/remedy.ts';
import { errorsAmong } from '../../kubernetes/finding/severities.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { levelOf } from './homes.ts';
import type { Subject } from './levels.ts';
import { missingWith } from './missing-together.ts';
import { isOfCronJob, type Repair, repairsOf } from './repairs.ts';

/** Any finding, whoever made it. */
type Found = FindingOf<string, unknown>;

/** What is known of a finding once all findings of its object are. */
export interface Explanation {
  /** The place, among the findings, of the one that it follows from: mend that one, and it is gone. Undefined of a cause. */
  readonly cause?: number;
  /** What was meant, the best first. */
  readonly remedies?: readonly Remedy[];
  /** Of an unknown field: where it belongs, as the server writes paths, "CronJob" for the spec of one, or the names that it may stand for. */
  readonly belongs?: string;
  readonly nearest?: readonly string[];
  /** Whether what may have been meant was not tried: so much was before that the rest stands for itself. */
  readonly untried?: true;
}

/** What would be found in another value in place of the object's own. */
type JudgeAgain = (value: PlainRecord) => readonly Found[];

/**
 * So many values of one object are judged again to try repairs of it: where a person types, for a third of a second. So many repairs are
 * tried all the same, but where more is found than is explained.
 */
const [mostJudgedAgain, leastTrials] = [20_000, 24];

/** Behind so many findings of one object each stands for itself: what a person has mended of them changes the rest. */
const mostExplained = 200;

/** Says from where on it is not known what was meant by mistakes; undefined where all are explained. */
export function boundOfExplaining(
  findings: readonly Found[],
  explanations: readonly Explanation[],
): Finding<'mistakes-unexplained'> | undefined {
  const most = findings.findIndex(
    ({ severity }, index) => severity === 'error' && (index >= mostExplained || explanations[index]?.untried === true),
  );
  const first = findings[most];
  return first && { path: first.path, at: first.at, reason: 'Advice', code: 'mistakes-unexplained', args: { most }, severity: 'info' };
}

/**
 * Tells causes from what follows from them; one explanation for each finding. A key that is misspelt or misplaced is a cause: of
 * what may have been meant by it, the likeliest that leaves fewer errors is its remedy, and what is found no more after that has
 * followed from it. So has what is missing inside something that is missing itself.
 */
export function explain(findings: readonly Found[], subject: Subject, judgeAgain: JudgeAgain): readonly Explanation[] {
  const explained: Explanation[] = findings.map(() => unexplained);
  let left = Math.max(findings.length > mostExplained ? 0 : leastTrials, Math.floor(mostJudgedAgain / valuesIn(subject.value)));
  const errors = errorsAmong(findings);
  for (const [index, finding] of findings.slice(0, mostExplained).entries()) {
    if (finding.severity !== 'error' || explained[index]?.cause !== undefined) continue;
    const later = () => findings.filter((_, at) => at > index && explained[at]?.cause === undefined);
    const repairs = repairsOf(subject, finding, later, findings);
    if (repairs.length === 0 && finding.code !== 'unknown-field') {
      const cause = missingWith(findings, index, subject.value);
      // A consequence of what is a consequence itself has the cause of that.
      if (cause !== undefined) explained[index] = { ...explained[index], cause: explained[cause]?.cause ?? cause };
      continue;
    }
    const isUntried = left <= 0 && repairs.length > 0;
    const { trial, tried } = best(repairs.slice(0, left), subject, judgeAgain, errors);
    left -= tried;
    const isOpen = (at: number) => explained[at]?.cause === undefined && explained[at]?.remedies === undefined;
    for (const at of following(finding, findings, trial, subject))
      if (at !== index && isOpen(at)) explained[at] = { ...belonging(findings[at], trial), cause: index };
    explained[index] = { ...meaning(finding, repairs, trial, subject), ...(isUntried ? { untried: true } : {}) };
  }
  return explained;
}

/** The places of those that are gone after a trial, or have no place in a Job for the same reason. */
function following(finding: Found, findings: readonly Found[], trial: Trial | undefined, subject: Subject): readonly number[] {
  if (!trial && !isOfOtherKind(finding, subject)) return [];
  const follows = (other: Found) => (trial ? isGone(other, trial) : isOfOtherKind(other, subject));
  return findings.flatMap((other, at) => (follows(other) ? [at] : []));
}

const unexplained: Explanation = {};

/** Where the first finding is that the kind is not the one that was meant: what would not be found in the other has followed from it. */
export function followsFromKind(findings: readonly Found[], ofOtherKind: readonly Found[]): readonly Explanation[] {
  const left = new Set(ofOtherKind.map(identity));
  return findings.map((finding, index) => (index === 0 || left.has(identity(finding)) ? {} : { cause: 0 }));
}

/** Fields in a Job that only a CronJob has stand there for one reason. */
function isOfOtherKind({ code, at }: Found, subject: Subject): boolean {
  return code === 'unknown-field' && isOfCronJob(subject, at.path);
}

/** A repair, and what would be found after it. */
interface Trial {
  readonly repair: Repair;
  readonly left: ReadonlySet<string>;
  readonly errors: number;
}

/** The first repair that leaves fewer errors than there were; where none does, the one that leaves the fewest. And how many were tried for it. */
function best(
  repairs: readonly Repair[],
  { value }: Subject,
  judgeAgain: JudgeAgain,
  before: number,
): { readonly trial: Trial | undefined; readonly tried: number } {
  let found: Trial | undefined;
  for (const [tried, repair] of repairs.entries()) {
    if (found && found.errors < before) return { trial: found, tried };
    const mended = repair.changes.reduce<unknown>(changedBy, value);
    if (!isRecord(mended)) continue;
    const left = judgeAgain(mended);
    const errors = errorsAmong(left);
    if (!found || errors < found.errors) found = { repair, left: new Set(left.map(identity)), errors };
  }
  return { trial: found, tried: repairs.length };
}

/** How large an object is: its values, those within others too. */
function valuesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + valuesIn(one), 1);
  return isRecord(value) ? valuesIn(Object.values(value)) : 1;
}

function isGone(finding: Found, { left }: Trial): boolean {
  return !left.has(identity(finding));
}

function identity({ path, at, reason, code }: Found): string {
  return JSON.stringify([path, at.path, at.part, reason, code]);
}

/** A field that the same repair moves along belongs where its cause does. */
function belonging(finding: Found | undefined, trial: Trial | undefined): Explanation {
  const { changes = [], belongs } = trial?.repair ?? {};
  const isMoved = changes.some(({ does, path }) => does === 'move' && path.join() === finding?.at.path.join());
  return isMoved && belongs !== undefined ? { nearest: [], belongs } : {};
}

/** What was meant: the best first, preferred where it is sure and takes the finding away. */
function meaning(finding: Found, repairs: readonly Repair[], trial: Trial | undefined, subject: Subject): Explanation {
  const first = trial?.repair ?? repairs[0];
  const ranked = [...repairs].sort((a, b) => Number(b === first) - Number(a === first));
  const remedies = ranked.map((one) => ({
    title: one.title,
    changes: one.changes,
    preferred: one === first && one.isSure && (!trial || isGone(finding, trial)),
  }));
  if (!hasCode(finding, 'unknown-field')) return { remedies };
  const nearest = ranked.flatMap(({ name }) => name ?? []);
  if (first?.belongs !== undefined && first.name !== undefined) return { remedies, nearest: [first.name], belongs: first.belongs };
  if (isOfCronJob(subject, finding.at.path)) return { remedies, nearest: [], belongs: 'CronJob' };
  const level = first ? undefined : levelOf(subject, finding.at.path);
  const belongs = first?.belongs ?? (level && serverPath(fieldPathOf(level)));
  return belongs === undefined ? { remedies, nearest } : { remedies, nearest: [], belongs };
}
