import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { admitPod, refusalText } from '../../server/admission/admit-pod.ts';
import { factIn, factsIn } from '../../server/admission/namespace-facts.ts';
import { namespaceFindings } from '../../server/admission/namespace-findings.ts';
import { violationsOf } from '../../server/admission/pod-security/pod-security.ts';
import { exceededObjectCount } from '../../server/admission/resource-quota.ts';
import { jobOf } from '../../server/kubernetes/creation/job-from-cronjob.ts';
import { setPodTemplateDefaults } from '../../server/kubernetes/defaults/pod-template.ts';
import { podOf } from '../../server/kubernetes/creation/pod-from-job.ts';
import type { CronJob, Job, PodSpec } from '../../server/kubernetes/generated/types.ts';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { valueAt } from '../../server/plain/node-path.ts';

interface Verdict {
  readonly id: string;
  readonly facts: readonly Readonly<Record<string, unknown>>[];
  readonly manifest: Job | CronJob;
  readonly warnings?: readonly string[];
  readonly pod?: 'accepted' | 'refused';
  readonly message?: string;
  /** Init containers first. */
  readonly defaulted?: readonly { readonly name: string; readonly resources: object }[];
  readonly refusedJob?: string;
}

/** Those in the second file are of pods made by chance: with sidecars, resources of the whole pod, huge pages, scopes of quotas. */
const verdicts: readonly Verdict[] = ['admission.jsonl', 'admission-more.jsonl'].flatMap((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
);

test('what is found of every recorded object is what a real API server said', () => {
  const words = (verdict: Verdict) =>
    namespaceFindings(verdict.manifest, factsIn(verdict.facts.flatMap((value) => factIn(value) ?? [])), newestVersion)
      .filter(({ reason }) => reason !== 'Advice')
      .map((finding) => [finding.reason, finding.severity, finding.path, sorted(valueAt(finding.args, ['said', 'quoted']))]);
  const template = ({ manifest }: Verdict) => (manifest.kind === 'CronJob' ? 'spec.jobTemplate.spec.template' : 'spec.template');
  const expected = (verdict: Verdict) => [
    ...(verdict.refusedJob ? [['Forbidden', 'error', '', verdict.refusedJob]] : []),
    ...(verdict.warnings ?? []).filter((text) => /PodSecurity/.test(text)).map((text) => ['Warning', 'warning', template(verdict), text]),
    ...(verdict.message ? [['PodsRefused', 'warning', template(verdict), sorted(verdict.message)]] : []),
  ];
  for (const verdict of verdicts) expect([verdict.id, words(verdict)]).toEqual([verdict.id, expected(verdict)]);
});

test('the namespace says of every recorded pod what a real API server said', () => {
  expect(verdicts.length).toBeGreaterThan(400);
  expect(verdicts.flatMap(differences)).toEqual([]);
});

function differences(verdict: Verdict): readonly string[] {
  const { id, manifest } = verdict;
  const facts = factsIn(verdict.facts.flatMap((value) => factIn(value) ?? []));
  if (!facts) return [`${id}: no facts`];
  const job = jobOf(manifest);
  const { metadata, spec } = podOf(job, newestVersion);
  const template = setPodTemplateDefaults(job.spec?.template ?? {}, newestVersion);
  const compared: readonly (readonly [string, unknown, unknown])[] = verdict.refusedJob
    ? [['refused', refusedJob(manifest, facts.quotas), verdict.refusedJob]]
    : podComparisons();
  return compared.filter(([, ours, theirs]) => !sameWords(ours, theirs)).map((difference) => `${id}: ${JSON.stringify(difference)}`);

  function podComparisons() {
    const warned = violationsOf({ metadata: template.metadata ?? {}, spec: template.spec ?? {} }, facts?.podSecurity.warn ?? { level: 'privileged', version: 'latest' }, newestVersion);
    const admission = admitPod({ metadata, spec }, facts ?? never(), newestVersion);
    const resources = admission.accepted ? containersIn(admission.spec) : undefined;
    return [
      ['warnings', warned === undefined ? [] : [`would violate ${warned}`], (verdict.warnings ?? []).filter((text) => /PodSecurity/.test(text))],
      ['message', admission.accepted ? undefined : refusalText(admission, 'hello-xxxxx'), verdict.message],
      ...(verdict.defaulted ? [['defaulted', resources, verdict.defaulted] as const] : []),
    ] as const;
  }
}

function never(): never {
  throw new Error('no facts');
}

function refusedJob(manifest: Job | CronJob, quotas: Parameters<typeof exceededObjectCount>[1]): string {
  const resource = manifest.kind === 'CronJob' ? 'cronjobs.batch' : 'jobs.batch';
  return `${resource} ${JSON.stringify(manifest.metadata?.name)} is forbidden: ${exceededObjectCount(resource, quotas)}`;
}

function containersIn({ initContainers = [], containers = [] }: PodSpec) {
  return [...initContainers, ...containers].map(({ name, resources }) => ({ name, resources: sortedKeys(resources ?? {}) }));
}

/** The recordings name resources in the order of their names. */
function sortedKeys(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, typeof entry === 'object' && entry !== null ? sortedKeys(entry) : entry]),
  );
}

/** The server lists what several constraints say in no order. */
function sorted(value: unknown): unknown {
  const [, before, list] = (typeof value === 'string' && /^(.* is (?:forbidden|invalid): )\[(.*)\]$/s.exec(value)) || [];
  return list === undefined ? value : `${before}${list.split(', ').sort().join(', ')}`;
}

function sameWords(ours: unknown, theirs: unknown): boolean {
  return JSON.stringify(sorted(ours)) === JSON.stringify(sorted(theirs));
}
