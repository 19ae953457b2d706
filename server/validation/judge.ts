import { decode, type Pruned } from '../kubernetes/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../kubernetes/defaults.ts';
import { type NodePath, serverPath } from '../kubernetes/field-path.ts';
import type { Finding } from '../kubernetes/finding.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import { type JobKind, type ObjectSource, objectsOf } from '../kubernetes/objects.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { validateCronJob, validateJob } from './validate.ts';

export interface JudgeSettings {
  readonly version: KubernetesVersion;
  /** The document is a patch of an object that stands elsewhere: what is missing is no fault. */
  readonly partial?: boolean;
}

/** A document as `manifest` reads it; only its value is needed. */
export interface JudgedDocument {
  readonly value: unknown;
  readonly text?: string;
  readonly templated?: boolean;
  readonly problems?: readonly SyntaxProblem[];
}

interface SyntaxProblem {
  readonly kind: 'not-yaml' | 'unreadable' | 'duplicate-key';
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly range: { readonly start: number; readonly end: number };
  readonly path: NodePath;
}

/** What is to be said of one Job or CronJob, or of a document that claims to hold one but cannot be read. */
export interface JudgedObject {
  /** Null when the document cannot be read so far. */
  readonly kind: JobKind | null;
  readonly name: string | null;
  /** Its place in a List. */
  readonly item?: number;
  /** Where the object begins in the document; `at` of every finding counts from the document's root. */
  readonly at: NodePath;
  /** Decoded, without defaults; undefined when the kind is none that can be decoded. */
  readonly object?: Job | CronJob;
  readonly findings: readonly Finding[];
}

/** Judges a document as the API server would, with our advice; nothing for what is none of ours. */
export function judge(document: JudgedDocument, settings: JudgeSettings): readonly JudgedObject[] {
  const problems = document.problems ?? [];
  const broken = problems.filter(({ kind }) => kind !== 'duplicate-key');
  if (broken.length) return judgeBroken(document, broken);
  return objectsOf(document.value).map((source) => judgeObject(source, problems, settings));
}

/** The server reads nothing of a document with broken YAML, so nothing else is said of it. */
function judgeBroken(document: JudgedDocument, broken: readonly SyntaxProblem[]): readonly JudgedObject[] {
  const [source] = objectsOf(document.value);
  if (!source && !/^["']?kind["']?\s*:\s*["']?(Job|CronJob)\b/m.test(document.text ?? '')) return [];
  const findings = document.templated ? [templateNote] : broken.slice(0, 1).map(notYaml);
  return [{ kind: source?.kind ?? null, name: source?.name ?? null, at: [], findings }];
}

const templateNote: Finding = {
  path: '',
  at: { path: [], part: 'value' },
  reason: 'Advice',
  code: 'template',
  args: {},
  severity: 'info',
};

function notYaml({ kind, code, args, range, path }: SyntaxProblem): Finding {
  return {
    path: '',
    at: { path, part: 'value', range },
    reason: kind === 'not-yaml' ? 'NotYAML' : 'Unreadable',
    code,
    args,
    severity: 'error',
  };
}

function judgeObject(source: ObjectSource, problems: readonly SyntaxProblem[], settings: JudgeSettings): JudgedObject {
  const { kind, name, at, item } = source;
  const duplicates = problems.filter(({ path }) => startsWith(path, at)).map((problem) => duplicateKey(problem, at));
  const base = { kind: kind ?? null, name, at, ...(item === undefined ? {} : { item }) };
  if (!kind) return { ...base, findings: [...source.findings, ...duplicates].map((finding) => inDocument(finding, at)) };
  const { decoded, rules } = kind === 'Job' ? judgeJob(source.value, settings) : judgeCronJob(source.value, settings);
  const kept = rules.filter((finding) => !causedByPruning(finding, decoded.pruned) && !(settings.partial && finding.reason === 'Required'));
  const findings = withoutRepetition([...source.findings, ...duplicates, ...decoded.findings, ...kept]);
  return { ...base, object: decoded.object, findings: findings.map((finding) => inDocument(finding, at)) };
}

function judgeJob(value: unknown, { version }: JudgeSettings) {
  const decoded = decode('Job', value, version);
  return { decoded, rules: validateJob(setJobDefaults(decoded.object, version), { version, original: decoded.object }) };
}

function judgeCronJob(value: unknown, { version }: JudgeSettings) {
  const decoded = decode('CronJob', value, version);
  return { decoded, rules: validateCronJob(setCronJobDefaults(decoded.object, version), { version, original: decoded.object }) };
}

function duplicateKey({ code, args, range, path }: SyntaxProblem, at: NodePath): Finding {
  const inside = path.slice(at.length);
  return {
    path: serverPath(
      inside.reduce<Parameters<typeof serverPath>[0]>(
        (parent, segment) => ({ parent, segment, kind: typeof segment === 'number' ? 'item' : 'field' }),
        undefined,
      ),
    ),
    at: { path: inside, part: 'key', range },
    reason: 'DuplicateKey',
    code,
    args,
    severity: 'error',
  };
}

/** What decoding took away is reported there already, whatever rules then say of the place. */
function causedByPruning(finding: Finding, pruned: readonly Pruned[]): boolean {
  return pruned.some(({ path, nearest }) => {
    if (startsWith(finding.at.path, path)) return true;
    const parent = path.slice(0, -1);
    if (finding.reason !== 'Required' || !startsWith(finding.at.path, parent)) return false;
    const missing = finding.at.path[parent.length];
    return missing === undefined || (typeof missing === 'string' && nearest.includes(missing));
  });
}

function startsWith(path: NodePath, start: NodePath): boolean {
  return start.length <= path.length && start.every((segment, index) => path[index] === segment);
}

function withoutRepetition(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ path, reason, code, args }) => {
    const identity = JSON.stringify([path, reason, code, args]);
    return !seen.has(identity) && seen.add(identity);
  });
}

function inDocument(finding: Finding, at: NodePath): Finding {
  if (!at.length) return finding;
  return { ...finding, at: { ...finding.at, path: [...at, ...finding.at.path] } };
}
