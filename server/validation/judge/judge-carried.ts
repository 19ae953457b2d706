import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { Place } from '../../kubernetes/finding/finding.ts';
import { type CarriedJob, carriedJobs, mayCarryJobs } from '../../kubernetes/job-carriers.ts';
import { type NodePath, startsWith } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { isBroken, type JudgedObject, type JudgeSettings, judge } from './judge.ts';
import type { JudgedDocument } from './judged-document.ts';
import type { JudgedFinding } from './judged-finding.ts';
import { concernsTheRest, isFilledInLater } from './unsaid.ts';

/**
 * What the rules say of the Jobs and pods that an object of another project carries (JobSet, RayJob, …), each where it stands; nothing of the
 * rest of it. Advice of our own is for Jobs that stand for themselves.
 */
export function judgeCarried(document: JudgedDocument, settings: JudgeSettings): readonly JudgedObject[] {
  const { value, text } = document;
  if ((text !== undefined && !mayCarryJobs(text)) || isBroken(document) || !isRecord(value)) return [];
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
  const { version, placeholders = false } = settings;
  const [judged] = judge({ value: job }, { version, advice: 'off' });
  if (!judged) return [];
  const { findings, causes = new Map() } = judged;
  const kept = findings.filter(
    (finding) => isInPart(finding, carried) && !(rules === 'part' && (concernsTheRest(finding, job) || finding.severity !== 'error')),
  );
  const placed = new Map(kept.map((finding) => [finding, inObject(finding, carried)] as const));
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

/** Whether it is about what was written, not about what was put around it. */
function isInPart({ at }: JudgedFinding, { part, rules }: CarriedJob): boolean {
  const isName = at.path[0] === 'metadata' && at.path[1] === 'name';
  const isPolicy = rules !== 'job' && at.path.join('.') === 'spec.template.spec.restartPolicy';
  return startsWith(at.path, part) && at.path.length >= part.length && !isName && !isPolicy;
}

function inObject(finding: JudgedFinding, { at, part }: CarriedJob): JudgedFinding {
  const place = (one: Place): Place => ({ ...one, path: [...at, ...one.path.slice(part.length)] });
  const { related } = finding;
  const { remedies: _, ...rest } = finding;
  return {
    ...rest,
    path: pathIn(finding.path, at, part),
    at: place(finding.at),
    ...(related ? { related: related.map((one) => ({ ...one, at: place(one.at) })) } : {}),
  };
}

/** As the server writes it, from the object's root on. */
function pathIn(path: string, at: NodePath, part: NodePath): string {
  const [here, inJob] = [serverPath(fieldPathOf(at)), serverPath(fieldPathOf(part))];
  const rest = inJob !== '' && path.startsWith(inJob) ? path.slice(inJob.length) : `.${path}`;
  return rest === '.' ? here : `${here}${rest}`;
}
