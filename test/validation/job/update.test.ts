import { describe, expect, test } from 'vitest';
import { prepareForCreate } from '../../../server/kubernetes/creation/prepare-for-create.ts';
import { setCronJobDefaults, setJobDefaults } from '../../../server/kubernetes/defaults/job.ts';
import type { CronJob, Job, JobStatus, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { mergePatch } from '../../../server/kubernetes/values/merge-patch.ts';
import { type KubernetesVersion, newestVersion } from '../../../server/kubernetes/versions.ts';
import { validateCronJobUpdate, validateJobUpdate } from '../../../server/validation/job/update.ts';

const pod: PodSpec = { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }] };

/** The codes said of an edit of a stored Job: `reason path code`. */
function editJob(spec: Job['spec'], patch: object, status: JobStatus = {}, version: KubernetesVersion = newestVersion): readonly string[] {
  const created = setJobDefaults(
    { metadata: { name: 'hello', labels: { app: 'a' } }, spec: { template: { spec: pod }, ...spec } },
    version,
  );
  const old = { ...prepareForCreate(created, { name: 'hello', uid: 'u' }, version), status };
  const job = setJobDefaults(Object(mergePatch(old, patch)), version);
  return validateJobUpdate(job, old, { version }).map(({ reason, path, code }) => `${reason} ${path} ${code}`);
}

function editCronJob(spec: CronJob['spec'], patch: object): readonly string[] {
  const jobTemplate = { spec: { template: { spec: pod } } };
  const old = setCronJobDefaults({ metadata: { name: 'hello' }, spec: { schedule: '@daily', jobTemplate, ...spec } });
  const cronJob = setCronJobDefaults(Object(mergePatch(old, patch)));
  return validateCronJobUpdate(cronJob, old, { version: newestVersion }).map(({ reason, path, code }) => `${reason} ${path} ${code}`);
}

describe('completions', () => {
  const fixed = ['Invalid spec.completions field-immutable'];

  test('stay as they are in a NonIndexed Job', () => {
    expect(editJob({ completions: 3 }, { spec: { completions: 5, parallelism: 5 } })).toEqual(fixed);
    expect(editJob({ parallelism: 3 }, { spec: { completions: 3 } })).toEqual(fixed);
  });

  test('follow parallelism in an Indexed Job', () => {
    const indexed = { completionMode: 'Indexed', completions: 3, parallelism: 3 };
    expect(editJob(indexed, { spec: { completions: 5, parallelism: 5 } })).toEqual([]);
    expect(editJob(indexed, { spec: { completions: 5 } })).toEqual(['Invalid spec.completions job-completions-parallelism']);
    expect(editJob(indexed, { spec: { parallelism: 1 } })).toEqual([]);
  });
});

describe('the pod template', () => {
  const nodeSelector = { spec: { template: { spec: { nodeSelector: { disk: 'ssd' } } } } };
  const resources = { spec: { template: { spec: { containers: [{ ...pod.containers?.[0], resources: { requests: { cpu: '1' } } }] } } } };
  const image = { spec: { template: { spec: { containers: [{ name: 'main', image: 'busybox:1.37' }] } } } };
  const suspended = { suspend: true };
  const halted = { startTime: '2026-01-01T00:00:00Z', conditions: [{ type: 'Suspended', status: 'True' }] };
  const fixed = ['Invalid spec.template job-template-immutable'];
  const partly = ['Invalid spec.template job-template-scheduling-only'];

  test('stays as it is while the Job runs', () => {
    expect(editJob({}, nodeSelector)).toEqual(fixed);
    expect(editJob({}, image)).toEqual(fixed);
    expect(editJob({}, { spec: { template: { metadata: { labels: { more: 'a' } } } } })).toEqual(fixed);
  });

  test('of a suspended Job may get other nodes, labels and resources, but no other containers', () => {
    expect(editJob(suspended, nodeSelector)).toEqual([]);
    expect(editJob(suspended, resources)).toEqual([]);
    expect(editJob(suspended, { spec: { suspend: false, ...nodeSelector.spec } })).toEqual([]);
    expect(editJob(suspended, image)).toEqual(['Invalid spec.template.spec job-template-suspended-only']);
    expect(editJob(suspended, { spec: { template: { metadata: { annotations: { a: 'b' } } } } })).toEqual([]);
  });

  test('of a Job that was started counts as free once its pods are gone', () => {
    expect(editJob(suspended, nodeSelector, halted)).toEqual([]);
    expect(editJob(suspended, nodeSelector, { ...halted, active: 1 })).toEqual(fixed);
    expect(editJob(suspended, nodeSelector, { startTime: '2026-01-01T00:00:00Z' })).toEqual(fixed);
  });

  test('was less free before 1.36', () => {
    expect(editJob(suspended, nodeSelector, {}, '1.35')).toEqual([]);
    expect(editJob(suspended, nodeSelector, halted, '1.35')).toEqual(fixed);
    expect(editJob(suspended, resources, {}, '1.35')).toEqual(partly);
  });

  test('may get and lose node affinity, not the affinity to other pods', () => {
    const terms = {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] },
    };
    const podAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a', labelSelector: {} }] };
    const edit = (old: PodSpec['affinity'], affinity: object | null) =>
      editJob(
        { suspend: true, template: { spec: { ...pod, ...(old ? { affinity: old } : {}) } } },
        { spec: { template: { spec: { affinity } } } },
      );
    const refused = ['Invalid spec.template.spec job-template-suspended-only'];
    expect(edit(undefined, { nodeAffinity: terms })).toEqual([]);
    expect(edit({ nodeAffinity: terms }, null)).toEqual([]);
    expect(edit({ nodeAffinity: terms, podAffinity }, { nodeAffinity: null })).toEqual([]);
    expect(edit({ podAffinity }, null)).toEqual(refused);
    expect(edit(undefined, { podAffinity })).toEqual(refused);
  });
});

test('fields that never change, and those that may', () => {
  expect(editJob({}, { spec: { selector: { matchLabels: { app: 'b' } } } })).toEqual([
    'Invalid spec.template.metadata.labels job-selector-mismatch',
    'Invalid spec.selector field-immutable',
  ]);
  expect(
    editJob({ completionMode: 'Indexed', backoffLimitPerIndex: 1 }, { spec: { backoffLimitPerIndex: 2, maxFailedIndexes: 1 } }),
  ).toEqual(['Invalid spec.backoffLimitPerIndex field-immutable']);
  const free = {
    parallelism: 9,
    suspend: true,
    activeDeadlineSeconds: 5,
    backoffLimit: 0,
    ttlSecondsAfterFinished: 0,
    podReplacementPolicy: 'Failed',
  };
  expect(editJob({}, { spec: free })).toEqual([]);
});

test('metadata keeps its identity', () => {
  expect(editJob({}, { metadata: { name: 'other' } })).toEqual(['Invalid metadata.name field-immutable']);
  expect(editJob({}, { metadata: { uid: 'other', labels: { app: null }, generation: 9 } })).toEqual([
    'Invalid metadata.uid field-immutable',
  ]);
  expect(editJob({}, { metadata: { deletionGracePeriodSeconds: 0 } })).toEqual([
    'Invalid metadata.deletionGracePeriodSeconds field-immutable',
  ]);
  const isSet = { deletionTimestamp: '2026-01-02T00:00:00Z' };
  expect(editJob({}, { metadata: isSet })).toEqual(['Invalid metadata.deletionTimestamp field-immutable']);
  const deleting = setJobDefaults({
    metadata: { name: 'hello', deletionTimestamp: '2026-01-01T00:00:00Z' },
    spec: { template: { spec: pod } },
  });
  const edited = { ...deleting, metadata: { ...deleting.metadata, finalizers: ['example.com/a'] } };
  expect(validateJobUpdate(edited, deleting, { version: newestVersion }).map(({ code }) => code)).toContain('finalizers-while-deleting');
  const another = { ...deleting, metadata: { ...deleting.metadata, ...isSet } };
  expect(validateJobUpdate(another, deleting, { version: newestVersion }).map(({ path }) => path)).not.toContain(
    'metadata.deletionTimestamp',
  );
});

test('an old schedule may keep its time zone, and an old zone is not judged again', () => {
  expect(editCronJob({ schedule: 'TZ=UTC 0 0 * * *' }, { spec: { schedule: 'TZ=Asia/Seoul 0 0 * * *' } })).toEqual([]);
  expect(editCronJob({ schedule: 'TZ=UTC 0 0 * * *' }, { spec: { timeZone: 'UTC' } })).toEqual([
    'Invalid spec.schedule cron-job-two-time-zones',
  ]);
  expect(editCronJob({}, { spec: { schedule: 'TZ=UTC 0 0 * * *' } })).toEqual(['Invalid spec.schedule cron-job-schedule-time-zone']);
  expect(editCronJob({ timeZone: 'Gone/Zone' }, { spec: { suspend: true } })).toEqual([]);
  expect(editCronJob({}, { spec: { timeZone: 'Gone/Zone' } })).toEqual(['Invalid spec.timeZone cron-job-time-zone-unknown']);
});

describe('metadata', () => {
  test.each([
    [
      { finalizers: ['Bad Value!'] },
      ['Invalid metadata.finalizers name-qualified', 'Invalid metadata.finalizers[0] finalizer-without-domain'],
    ],
    [{ finalizers: ['example.com/a', 'orphan'] }, []],
    [{ finalizers: ['orphan', 'foregroundDeletion'] }, ['Invalid metadata.finalizers finalizers-conflict']],
    [{ generateName: 'a/b%' }, ['Invalid metadata.generateName name-path-segment', 'Invalid metadata.generateName name-path-segment']],
    [{ generateName: 'A_b' }, []],
    [{ uid: '' }, []],
    [{ uid: 'other' }, ['Invalid metadata.uid field-immutable']],
  ])('of %j as an edit', (metadata, said) => {
    expect(editJob({}, { metadata })).toEqual(said);
    expect(editCronJob({}, { metadata })).toEqual(said);
  });
});

test('a lifecycle of nothing but a stop signal is dropped and changes no template', () => {
  const container = pod.containers?.[0];
  const template = (lifecycle: object): object => ({ spec: { template: { spec: { containers: [{ ...container, lifecycle }] } } } });
  expect(editJob({}, template({ stopSignal: 'SIGTERM' }))).toEqual([]);
  expect(editJob({}, template({ stopSignal: 'SIGTERM', preStop: { sleep: { seconds: 1 } } }))).toEqual([
    'Invalid spec.template job-template-immutable',
  ]);
});

test('managedBy, which 1.31 drops from a new Job, is refused in an edit of it', () => {
  const again = (version: KubernetesVersion) => editJob({ managedBy: 'a.b/c' }, { spec: { managedBy: 'a.b/c' } }, {}, version);
  expect(again('1.31')).toEqual(['Invalid spec.managedBy field-immutable']);
  expect(again('1.32')).toEqual([]);
});

test('hostUsers, which 1.32 drops from each pod, is no change of the template there', () => {
  const edited = (version: KubernetesVersion) => editJob({}, { spec: { template: { spec: { hostUsers: false } } } }, {}, version);
  expect(edited('1.32')).toEqual([]);
  expect(edited('1.33')).toEqual(['Invalid spec.template job-template-immutable']);
});

describe('the labels that tie pods to their Job', () => {
  const withLabels = (labels: object | null) => ({ spec: { template: { metadata: { labels } } } });
  const generated = ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid'];

  test('must stay until 1.36, and are asked for no more since', () => {
    const said = (version: KubernetesVersion) =>
      editJob({}, withLabels(null), {}, version).filter((one) => one.includes('job-generated-label'));
    expect(said('1.36')).toEqual(generated.map((label) => `Required spec.template.metadata.labels[${label}] job-generated-label`));
    expect(said('1.37')).toEqual([]);
  });

  test('keep their values; of a Job that never had those with a prefix they are not asked for', () => {
    const renamed = editJob({}, withLabels({ 'job-name': 'other' }), {}, '1.33');
    expect(renamed).toContain('Invalid spec.template.metadata.labels[job-name] job-generated-label');
    const old = { template: { metadata: { labels: { 'job-name': 'hello', 'controller-uid': 'u' } } } };
    const job = { metadata: { name: 'hello', uid: 'u' }, spec: { ...old, selector: { matchLabels: { 'controller-uid': 'u' } } } };
    const codes = validateJobUpdate(job, job, { version: '1.33' }).map(({ code }) => code);
    expect(codes).not.toContain('job-generated-label');
  });

  test('are no matter where the selector is manual', () => {
    const manual = {
      manualSelector: true,
      selector: { matchLabels: { a: 'b' } },
      template: { metadata: { labels: { a: 'b' } }, spec: pod },
    };
    expect(editJob(manual, { spec: { parallelism: 2 } }, {}, '1.33')).toEqual([]);
    const notManual = (version: KubernetesVersion) => editJob(manual, { spec: { manualSelector: false } }, {}, version);
    expect(notManual('1.36')).toContain('Invalid spec.selector job-selector-not-generated');
    expect(notManual('1.37')).toEqual([]);
  });
});

test('until 1.36 an edit may give no generateName that would make no name', () => {
  expect(editJob({}, { metadata: { generateName: 'A_b' } }, {}, '1.36')).toEqual(['Invalid metadata.generateName name-dns-subdomain']);
});
