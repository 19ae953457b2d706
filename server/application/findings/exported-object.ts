import { isExported, madeByCluster } from '../../kubernetes/creation/exported.ts';
import { changedBy } from '../../kubernetes/finding/changed-by.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { valueAt } from '../../plain/node-path.ts';
import { onceIn } from '../../plain/once-per.ts';
import { isRecord } from '../../plain/record.ts';
import { judge } from '../../validation/judge/judge.ts';
import type { JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';
import type { ObjectInText } from '../analysis.ts';

/** An object that was read from a cluster, with its status and what the server gave it. */
export interface ExportedObject {
  /** The one thing that there is to be said of it. */
  readonly finding: Finding;
  /** The errors that there are only because of what the cluster put there; the finding stands in the place of the first. */
  readonly consequences: readonly JudgedFinding[];
  /** The object without that, decoded: what it was made from. */
  readonly object: Job | CronJob | undefined;
}

/** Undefined for what was written by hand. The finding stands for the first error that the server would give on creating it, if it would give one. */
export function exportedObject({ source, judged }: ObjectInText, version: KubernetesVersion): ExportedObject | undefined {
  return exportedIn({ source, judged, version });
}

/** Found once for as long as a document stays as it is. */
const exportedIn = onceIn(
  ({ judged }: Pick<ObjectInText, 'source' | 'judged'> & { readonly version: KubernetesVersion }) => judged,
  ({ source, judged, version }) => readExported(source.document.body.value, judged, version),
);

function readExported(document: unknown, judged: JudgedObject, version: KubernetesVersion): ExportedObject | undefined {
  const { kind, at, findings } = judged;
  const value = valueAt(document, at);
  if (!kind || !isRecord(value) || !isExported(value)) return undefined;
  const changes = madeByCluster(kind, value).map((path) => ({ does: 'remove' as const, path: [...at, ...path] }));
  const written = changes.reduce<unknown>(changedBy, document);
  const [clean] = judge({ value: valueAt(written, at) }, { version, advice: 'off', causes: 'off' });
  const left = new Set(clean?.findings.map(identity));
  const consequences = findings.filter((finding) => finding.severity === 'error' && !left.has(identity(finding)));
  const { path, reason, severity } = consequences[0] ?? { path: '', reason: 'Advice', severity: 'info' };
  const title = { code: 'fix-clean-exported', args: {} } as const;
  return {
    finding: {
      path,
      reason,
      severity,
      at: { path: [...at, 'metadata', markOf(value['metadata'])], part: 'key' },
      code: 'exported-object',
      args: {},
      remedies: [{ title, changes, preferred: true }],
    },
    consequences,
    object: clean?.object,
  };
}

/** By which field of its metadata it is known. */
function markOf(metadata: unknown): string {
  return ['uid', 'resourceVersion', 'managedFields'].find((name) => isRecord(metadata) && metadata[name] !== undefined) ?? 'uid';
}

function identity({ path, reason, code }: JudgedFinding): string {
  return JSON.stringify([path, reason, code]);
}
