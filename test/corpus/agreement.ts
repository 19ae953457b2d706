import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesVersion } from '../../server/kubernetes/versions.ts';
import type { ManifestFile } from '../../server/manifest/document.ts';
import { parseManifests } from '../../server/manifest/parse.ts';
import { judge } from '../../server/validation/judge/judge.ts';
import type { JudgedFinding } from '../../server/validation/judge/judged-finding.ts';

/** One line of a recording: what the API server said of a manifest. */
export interface RecordedCase {
  readonly id: string;
  readonly yaml: string;
  readonly accepted: boolean;
  readonly code?: number;
  readonly findings?: readonly { readonly field?: string; readonly reason: string; readonly line?: number; readonly key?: string }[];
  readonly details?: readonly string[];
  readonly message?: string;
  readonly warnings?: readonly string[];
  /** The spec with every default filled in, without the Job's uid. */
  readonly defaulted?: unknown;
}

export interface Disagreement {
  readonly id: string;
  /** The finding that one side lacks: `missing Required spec.template`. */
  readonly what: string;
}

export function readCases(name: string): readonly RecordedCase[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** What differs over a corpus; with `ONLY=text` in the environment, only where the text is part of what differs. */
export function disagreements(cases: readonly RecordedCase[], version: KubernetesVersion): readonly Disagreement[] {
  const only = process.env['ONLY'] ?? '';
  return cases
    .flatMap((recorded) => compare(recorded, version).map((what) => ({ id: recorded.id, what })))
    .filter(({ id, what }) => `${what} (${id})`.includes(only));
}

/** The disagreements as text, those about the same path together, the most frequent first. */
export function report(found: readonly Disagreement[]): string {
  const groups = new Map<string, Disagreement[]>();
  for (const one of found) {
    const what = one.what.replace(/\[[^\]]*\]/g, '[]');
    groups.set(what, [...(groups.get(what) ?? []), one]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, cases]) => `${cases.length} x ${what}\n${samples(cases)}`)
    .join('\n');
}

function samples(cases: readonly Disagreement[]): string {
  const shown = cases.slice(0, 3).map(({ id }) => `      ${id}\n`);
  return shown.join('');
}

/** What differs in one case, by the rules of agreement that the recordings come with. */
function compare(recorded: RecordedCase, version: KubernetesVersion): readonly string[] {
  const said = findingsFor(recorded.yaml, version);
  // A key written twice is a warning: kubectl sends JSON, which the recordings, of YAML as it stands, do not.
  const errors = said.filter(({ severity, reason }) => severity === 'error' || reason === 'DuplicateKey');
  if (recorded.accepted) return [...errors.map((finding) => `unexpected ${identity(finding)}`), ...compareWarnings(recorded, said)];
  const ours = new Set(errors.map(identity));
  const theirs = new Set((recorded.findings ?? []).map(recordedIdentity));
  const missing = [...theirs].filter((one) => !ours.has(one)).map((one) => `missing ${one}`);
  if (recorded.code === 400) return missing;
  return [...missing, ...[...ours].filter((one) => !theirs.has(one)).map((one) => `unexpected ${one}`)];
}

function compareWarnings(recorded: RecordedCase, said: readonly JudgedFinding[]): readonly string[] {
  const places = (recorded.warnings ?? []).map((text) => /^([a-z]\w*[.[][\w.[\]]*):/.exec(text)?.[1]);
  const ours = said.filter(({ severity, reason }) => severity === 'warning' && reason === 'Warning').map(({ path }) => path);
  const missing = places.filter((place) => (place === undefined ? ours.length === 0 : !ours.includes(place)));
  const extra = ours.length > places.length ? ours.filter((path) => !places.includes(path)) : [];
  return [...missing.map((place) => `missing Warning ${place ?? ''}`), ...extra.map((path) => `unexpected Warning ${path}`)];
}

/** The same manifests are judged for one version after the other. */
const files = new Map<string, ManifestFile>();

/** Only a hang takes longer for a corpus, even on a machine that has much else to do. */
export const corpusTimeout = 600_000;

/** All that is said of a text, documents together. */
function findingsFor(yaml: string, version: KubernetesVersion): readonly JudgedFinding[] {
  const file = files.get(yaml) ?? parseManifests(yaml);
  files.set(yaml, file);
  return file.documents.flatMap(({ body }) => judge(body, { version, advice: 'off' }).flatMap(({ findings }) => findings));
}

/** The server names a wrong type without list positions and map keys, and gives no path to what it could not read. */
function identity({ reason, path }: JudgedFinding): string {
  if (reason === 'DuplicateKey') return `${reason} ${path.split('.').at(-1) ?? ''}`;
  return placeless.has(reason) ? reason : `${reason} ${reason === 'WrongType' ? path.replace(/\[[^\]]*\]/g, '') : path}`;
}

function recordedIdentity({ reason, field, key }: NonNullable<RecordedCase['findings']>[number]): string {
  if (reason === 'DuplicateKey') return `${reason} ${key ?? ''}`;
  return placeless.has(reason) ? reason : `${reason} ${field ?? ''}`;
}

const placeless: ReadonlySet<string> = new Set(['NotYAML', 'NoKind', 'UnknownKind', 'WrongKind', 'Unreadable']);
