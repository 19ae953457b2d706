import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../application/analysis.ts';
import { locate } from '../application/locate.ts';
import { decodeAs } from '../kubernetes/decoding/decode.ts';
import { type KubernetesVersion, kubernetesVersions, newestVersion } from '../kubernetes/versions.ts';
import { textRange } from '../manifest/source.ts';
import { type NodePath, valueAt } from '../plain/node-path.ts';
import { onceIn } from '../plain/once-per.ts';
import { isRecord } from '../plain/record.ts';
import type { JudgedObject } from '../validation/judge/judged-object.ts';

/** Besides the newest, these are the versions that Kubernetes supports: the two before it. */
const olderSupported: readonly KubernetesVersion[] = kubernetesVersions.slice(-3, -1);

/**
 * A hint at each field that an older supported version does not know, where nobody said which version counts: with the newest, which
 * then decides, nothing else would tell of it. Only editors show it.
 */
export function sinceHints(analysis: Analysis): readonly Diagnostic[] {
  const { versionsAreSaid, advice } = analysis.settings;
  if (versionsAreSaid || advice !== 'all') return [];
  return analysis.objects.flatMap((object) => hintsIn(object, analysis));
}

function hintsIn(object: ObjectInText, { texts }: Analysis): readonly Diagnostic[] {
  const { source } = object;
  const { body } = source.document;
  return newFieldsOf(object).map(({ path, since }) => ({
    range: textRange(source, locate(body, { path, part: 'key' })),
    severity: DiagnosticSeverity.Hint,
    code: 'field-since',
    source: 'kubejob',
    message: texts('field-since', { field: String(path.at(-1)), since }),
  }));
}

interface NewField {
  readonly path: NodePath;
  readonly since: KubernetesVersion;
}

/** Found once for as long as a document stays as it is. */
const newFieldsOf = onceIn(
  ({ judged }: ObjectInText) => judged,
  ({ judged, source }) => findNewFields(judged, source.document.body.value),
);

/** Those that a version refuses and the newest does not; in the first version that knows one, it no longer is. */
function findNewFields({ kind, at }: JudgedObject, document: unknown): readonly NewField[] {
  const value = valueAt(document, at);
  if (!kind || !isRecord(value)) return [];
  const unknownTo = (version: KubernetesVersion) =>
    decodeAs(kind, value, version).findings.flatMap((finding) => (finding.reason === 'UnknownField' ? [finding.at.path] : []));
  const keyOf = (path: NodePath) => path.join('\0');
  const unknown = [...olderSupported, newestVersion].map((version) => ({ version, paths: unknownTo(version) }));
  const keys = unknown.map(({ version, paths }) => ({ version, among: new Set(paths.map(keyOf)) }));
  const never = keys.at(-1)?.among;
  return (unknown[0]?.paths ?? [])
    .filter((path) => !never?.has(keyOf(path)))
    .map((path) => ({
      path: [...at, ...path],
      since: keys.find(({ among }) => !among.has(keyOf(path)))?.version ?? newestVersion,
    }));
}
