import { decode } from '../../kubernetes/decoding/decode.ts';
import { type ObjectSource, objectsOf } from '../../kubernetes/decoding/objects-in-document.ts';
import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import { claimsToBeOurs, mayHoldOurs } from '../../kubernetes/fields/kind-in-text.ts';
import { hasCode, type Place } from '../../kubernetes/finding/finding.ts';
import { remedyBelow } from '../../kubernetes/finding/remedy.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { startsWith } from '../../plain/node-path.ts';
import { type AdviceLevels, advise } from '../advice/index.ts';
import { validateCronJob, validateJob } from '../job/validate.ts';
import { concernsTheRest, followsFromPruning, isSettled, withAdviceOnce, withoutRepetition } from './consequences.ts';
import type { JudgedFinding } from './judged-finding.ts';
import { duplicateKey, notRead, type SyntaxFault, templateNote, unreadable } from './syntax-findings.ts';

export interface JudgeSettings {
  readonly version: KubernetesVersion;
  /** The document is a patch of an object that stands elsewhere: what is missing is no fault. */
  readonly partial?: boolean;
  /** How loud each piece of advice is, by its code; `off` for none at all. */
  readonly advice?: AdviceLevels | 'off';
  /** The time from which a schedule's coming runs are looked for, in epoch milliseconds. */
  readonly now?: number;
}

/** A document as `manifest` reads it; only its value is needed. */
export interface JudgedDocument {
  readonly value: unknown;
  readonly text?: string;
  readonly templated?: boolean;
  readonly problems?: readonly SyntaxFault[];
  /** How a scalar was written. */
  scalarSource?(path: NodePath): { readonly text: string; readonly style: string } | undefined;
  /** Where a value stands in the text. */
  valueRange?(path: NodePath): { readonly start: number; readonly end: number } | undefined;
}

/** What is to be said of one Job or CronJob, or of a document that claims to hold one but cannot be read. */
export interface JudgedObject {
  /** Null when it cannot be told, or is none that the API has. */
  readonly kind: JobKind | null;
  readonly name: string | null;
  /** Its place in a List. */
  readonly item?: number;
  /** Where the object begins in the document. The `path` of a finding counts from here, `at` from the document's root. */
  readonly at: NodePath;
  /** Decoded, without defaults; undefined when it could not be decoded at all. */
  readonly object?: Job | CronJob;
  /** What is wrong with its shape, then with its values, both in the server's order; then its warnings or our advice. */
  readonly findings: readonly JudgedFinding[];
  /** Whether errors are passed over because a template fills in the values that they are about: nobody can say yet what is accepted. */
  readonly filledInLater?: boolean;
}

/** Judges a document as the API server would, with our advice; nothing for what is none of ours. */
export function judge(document: JudgedDocument, settings: JudgeSettings): readonly JudgedObject[] {
  if (document.text !== undefined && !mayHoldOurs(document.text)) return [];
  if (isBroken(document)) return judgeBroken(document);
  return withAdviceOnce(objectsOf(document.value).map((source) => judgeObject(source, document, settings)));
}

/** Whether a document is no YAML or JSON as it stands, so that nothing is known of its objects. */
export function isBroken({ problems = [] }: Pick<JudgedDocument, 'problems'>): boolean {
  return problems.some(breaks);
}

function breaks({ kind }: SyntaxFault): boolean {
  return kind === 'not-yaml' || kind === 'unreadable';
}

/** The server reads nothing of a document that it cannot parse, so nothing else is said of it. */
function judgeBroken(document: JudgedDocument): readonly JudgedObject[] {
  const [source] = objectsOf(document.value);
  if (!source && !claimsToBeOurs(document.text ?? '')) return [];
  const findings = document.templated ? [templateNote] : (document.problems ?? []).filter(breaks).slice(0, 1).map(unreadable);
  return [{ kind: source?.kind ?? null, name: source?.name ?? null, at: [], findings }];
}

function judgeObject(source: ObjectSource, document: JudgedDocument, settings: JudgeSettings): JudgedObject {
  const { kind, name, at, item, value } = source;
  const problems = document.problems ?? [];
  const duplicates = problems.filter((problem) => problem.kind === 'duplicate-key' && startsWith(problem.path, at));
  const judged = { kind: kind ?? null, name, at, ...(item === undefined ? {} : { item }) };
  const unread = problems.filter((problem) => problem.kind === 'unread' && at.length === 0);
  const headed = [...unread.map(notRead), ...source.findings, ...duplicates.map((problem) => duplicateKey(problem, at))];
  if (!kind) return { ...judged, findings: headed.map((finding) => inDocument(finding, at)) };
  const { object, findings, pruned, gated, said, advice } = kind === 'Job' ? judgeJob(value, settings) : judgeCronJob(value, settings);
  const misspelt = new Set(source.findings.map((finding) => finding.at.path.join()));
  const shape = findings.filter(({ at, reason }) => reason !== 'UnknownField' || !misspelt.has(at.path.join()));
  const rules = [...said, ...advice].filter((finding) => !followsFromPruning(finding, pruned));
  const all = withoutRepetition([...headed, ...shape, ...rules, ...gated.filter((note) => !isSettled(note, said))]);
  const kept = settings.partial ? all.filter((finding) => !concernsTheRest(finding, value)) : all;
  const placed = kept.map((finding) => inDocument(finding, at));
  const isLater = (finding: JudgedFinding) => isFilledInLater(finding, document);
  const certain = placed.filter((finding) => !isLater(finding));
  const filledInLater = placed.some((finding) => finding.severity === 'error' && isLater(finding));
  return {
    ...judged,
    object,
    findings: certain.map((finding) => asWritten(finding, document)),
    ...(filledInLater ? { filledInLater } : {}),
  };
}

function judgeJob(value: unknown, settings: JudgeSettings) {
  const { version } = settings;
  const decoded = decode('Job', value, version);
  const { object } = decoded;
  const said = validateJob(setJobDefaults(object, version), { version, original: object });
  const advice = settings.advice === 'off' ? [] : advise({ kind: 'Job', object }, settings, settings.advice);
  return { ...decoded, said, advice };
}

function judgeCronJob(value: unknown, settings: JudgeSettings) {
  const { version } = settings;
  const decoded = decode('CronJob', value, version);
  const { object } = decoded;
  const said = validateCronJob(setCronJobDefaults(object, version), { version, original: object });
  const advice = settings.advice === 'off' ? [] : advise({ kind: 'CronJob', object }, settings, settings.advice);
  return { ...decoded, said, advice };
}

function inDocument(finding: JudgedFinding, object: NodePath): JudgedFinding {
  if (!object.length) return finding;
  const place = (at: Place): Place => ({ ...at, path: [...object, ...at.path] });
  const { related, remedies } = finding;
  return {
    ...finding,
    at: place(finding.at),
    ...(related ? { related: related.map((one) => ({ ...one, at: place(one.at) })) } : {}),
    ...(remedies ? { remedies: remedies.map((one) => remedyBelow(object, one)) } : {}),
  };
}

/**
 * Whether a template's `{{` stands in the value, a scalar or one written on one line, or in a key on the way to it: nobody
 * knows yet what it will be. What concerns the whole document is no such value.
 */
export function isFilledInLater({ at: { path } }: JudgedFinding, document: JudgedDocument): boolean {
  if (!document.templated || path.length === 0) return false;
  if (path.some((segment) => String(segment).includes('{{'))) return true;
  const scalar = document.scalarSource?.(path)?.text;
  if (scalar !== undefined) return scalar.includes('{{');
  const range = document.valueRange?.(path);
  const written = range ? (document.text ?? '').slice(range.start, range.end) : '';
  return written.includes('{{') && !written.includes('\n');
}

/** A word that stands for true, or digits in quotes: the message tells what was read from what was written. */
function asWritten(finding: JudgedFinding, document: JudgedDocument): JudgedFinding {
  if (!hasCode(finding, 'wrong-type')) return finding;
  const source = document.scalarSource?.(finding.at.path);
  if (!source || source.style === 'block' || source.text.includes('\n')) return finding;
  return { ...finding, args: { ...finding.args, written: source.text, plain: source.style === 'plain' } };
}
