import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import { hasCode } from '../../kubernetes/finding/finding.ts';
import { type CarriedJob, carriedJobs, mayCarryJobs } from '../../kubernetes/job-carriers.ts';
import { placeInDocument } from '../../kubernetes/written-part.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { adviceIn } from '../advice/index.ts';
import { isBroken, judge } from './judge.ts';
import type { JudgedDocument } from './judged-document.ts';
import { inWritten, isAdvice, type JudgedFinding } from './judged-finding.ts';
import type { JudgedObject, JudgeSettings } from './judged-object.ts';
import { concernsTheRest, isFilledInLater } from './unsaid.ts';

/**
 * What the rules say of the Jobs and pods that an object of another project carries (JobSet, RayJob, …), each where it stands; nothing of the
 * rest of it. Of our own advice those rules count that hold there.
 */
export function judgeCarried(document: JudgedDocument, settings: JudgeSettings): readonly JudgedObject[] {
  // Asking for its value reads it.
  if ((document.text !== undefined && !mayCarryJobs(document.text)) || isBroken(document)) return [];
  const { value } = document;
  if (!isRecord(value)) return [];
  const { kind, metadata } = value;
  const named = isRecord(metadata) ? metadata['name'] : undefined;
  const carrier = { kind: String(kind), name: typeof named === 'string' ? named : null };
  return carriedJobs(value).flatMap((carried) => judgeOne(carried, carrier, document, settings));
}

function judgeOne(
  carried: CarriedJob,
  carrier: Omit<NonNullable<JudgedObject['carrier']>, 'carried'>,
  document: JudgedDocument,
  settings: JudgeSettings,
): readonly JudgedObject[] {
  const { job, part, rules, at } = carried;
  const { version, placeholders = false, now, advice = {} } = settings;
  const [judged] = judge({ value: job }, { version, ...(now === undefined ? {} : { now }), advice: adviceIn(rules, advice) });
  if (!judged) return [];
  const { findings, causes = new Map() } = judged;
  const isSaid = (finding: JudgedFinding) => {
    if (!isInPart(finding, carried)) return false;
    return isAdvice(finding) ? isAboutWritten(finding, document, carried) : rules !== 'part' || isOwnError(finding, carried);
  };
  const kept = findings.filter(isSaid);
  const placed = new Map(kept.map((finding) => [finding, inCarrier(finding, carried)] as const));
  const shown = [...placed].filter(([, finding]) => !isFilledInLater(finding, document, placeholders));
  return [
    {
      kind: 'Job',
      name: judged.name,
      at,
      carrier: { ...carrier, carried: { job, part } },
      ...(rules === 'job' && judged.object ? { object: judged.object } : {}),
      findings: shown.map(([, finding]) => finding),
      causes: new Map(
        [...causes].flatMap(([finding, cause]) => {
          const [one, other] = [placed.get(finding), placed.get(cause)];
          return one && other ? [[one, other] as const] : [];
        }),
      ),
      ...(shown.length < placed.size ? { filledInLater: true } : {}),
    },
  ];
}

/** Of what its controller completes, whether it is a mistake in what it says itself. */
function isOwnError(finding: JudgedFinding, { job }: CarriedJob): boolean {
  return finding.severity === 'error' && !concernsTheRest(finding, job);
}

/** Nobody is advised about what the project's webhook fills in. */
function isAboutWritten({ at }: JudgedFinding, { value }: JudgedDocument, carried: CarriedJob): boolean {
  const place = placeInDocument(carried, at.path);
  return at.part === 'parent' || (place !== undefined && valueAt(value, place) !== undefined);
}

/** Whether it is about what was written, not about what was put around it. */
function isInPart({ at }: JudgedFinding, { part, rules }: CarriedJob): boolean {
  const isName = at.path[0] === 'metadata' && at.path[1] === 'name';
  const isPolicy = rules !== 'job' && at.path.join('.') === 'spec.template.spec.restartPolicy';
  return startsWith(at.path, part) && at.path.length >= part.length && !isName && !isPolicy;
}

function inCarrier(finding: JudgedFinding, carried: CarriedJob): JudgedFinding {
  const placed = { ...inWritten(finding, carried), path: pathIn(finding.path, carried.at, carried.part) };
  if (!hasCode(placed, 'unknown-field')) return placed;
  const { field, nearest, belongs } = placed.args;
  // What belongs to a CronJob, or to a part of a Job that is not written here, is only unknown.
  const isOutside = belongs === 'CronJob' || finding.remedies?.length !== placed.remedies?.length;
  if (isOutside) return { ...placed, args: { field, nearest: [] } };
  return belongs === undefined ? placed : { ...placed, args: { field, nearest, belongs: pathIn(belongs, carried.at, carried.part) } };
}

/** As the server writes it, from the object's root on. */
function pathIn(path: string, at: NodePath, part: NodePath): string {
  const [here, inJob] = [serverPath(fieldPathOf(at)), serverPath(fieldPathOf(part))];
  const rest = inJob !== '' && path.startsWith(inJob) ? path.slice(inJob.length) : `.${path}`;
  return rest === '.' ? here : `${here}${rest}`;
}
