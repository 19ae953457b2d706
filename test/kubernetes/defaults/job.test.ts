import { describe, expect, test } from 'vitest';
import { setCronJobDefaults, setJobDefaults } from '../../../server/kubernetes/defaults/job.ts';
import type { Container, JobSpec, PodSpec, Volume } from '../../../server/kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../../server/kubernetes/versions.ts';

const specOf = (spec: JobSpec) => setJobDefaults({ spec }).spec;
const podOf = (spec: PodSpec, version?: KubernetesVersion) =>
  setJobDefaults({ spec: { template: { spec } } }, version).spec?.template?.spec;
const containerOf = (container: Container) => podOf({ containers: [container] })?.containers?.[0];
const volumeOf = (volume: Volume, version?: KubernetesVersion) => podOf({ volumes: [volume] }, version)?.volumes?.[0];

describe('a Job', () => {
  test('runs once unless completions or parallelism say otherwise', () => {
    expect(specOf({})).toMatchObject({ completions: 1, parallelism: 1 });
    expect(specOf({ completions: 3 })).toMatchObject({ completions: 3, parallelism: 1 });
    expect(specOf({ parallelism: 3 })?.completions).toBeUndefined();
  });

  test('has a backoffLimit that depends on the one per index', () => {
    expect(specOf({})?.backoffLimit).toBe(6);
    expect(specOf({ backoffLimitPerIndex: 1 })?.backoffLimit).toBe(2147483647);
    expect(specOf({ backoffLimit: 0, backoffLimitPerIndex: 1 })?.backoffLimit).toBe(0);
  });

  test('replaces pods as its podFailurePolicy needs', () => {
    expect(specOf({})?.podReplacementPolicy).toBe('TerminatingOrFailed');
    expect(specOf({ podFailurePolicy: {} })?.podReplacementPolicy).toBe('Failed');
  });

  test('takes the labels of its template if it has none', () => {
    const template = { metadata: { labels: { app: 'a' } } };
    expect(setJobDefaults({ spec: { template } }).metadata?.labels).toEqual({ app: 'a' });
    expect(setJobDefaults({ metadata: { labels: { own: 'b' } }, spec: { template } }).metadata?.labels).toEqual({ own: 'b' });
  });

  test('waits for a pod condition to be True', () => {
    const podFailurePolicy = { rules: [{ onPodConditions: [{ type: 'a' }, { type: 'b', status: 'False' }] }] };
    const conditions = [
      { type: 'a', status: 'True' },
      { type: 'b', status: 'False' },
    ];
    expect(specOf({ podFailurePolicy })?.podFailurePolicy?.rules?.[0]?.onPodConditions).toEqual(conditions);
  });
});

test('a CronJob has its own defaults; the Job in it has only those of its pods', () => {
  const { spec } = setCronJobDefaults({ spec: { schedule: '@daily', concurrencyPolicy: '' } });
  expect(spec).toMatchObject({ concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 });
  expect(Object.keys(spec?.jobTemplate?.spec ?? {})).toEqual(['template']);
  expect(spec?.jobTemplate?.spec?.template?.spec).toMatchObject({ restartPolicy: 'Always', dnsPolicy: 'ClusterFirst' });
});

describe('a pod', () => {
  test('has its policies', () => {
    expect(podOf({})).toEqual({
      securityContext: {},
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
    });
    expect(podOf({ terminationGracePeriodSeconds: 0 })?.terminationGracePeriodSeconds).toBe(0);
  });

  test('has one service account under two names', () => {
    expect(podOf({ serviceAccount: 'old' })).toMatchObject({ serviceAccount: 'old', serviceAccountName: 'old' });
    expect(podOf({ serviceAccount: 'old', serviceAccountName: 'new' })).toMatchObject({ serviceAccount: 'new', serviceAccountName: 'new' });
  });

  test('pulls an image anew if its tag may change', () => {
    expect(containerOf({ image: 'busybox' })?.imagePullPolicy).toBe('Always');
    expect(containerOf({ image: 'busybox:1.36' })?.imagePullPolicy).toBe('IfNotPresent');
    expect(containerOf({ image: 'busybox', imagePullPolicy: 'Never' })?.imagePullPolicy).toBe('Never');
  });

  test('holds resources to thousandths', () => {
    const resources = { limits: { cpu: '0.0001', memory: '1.5Gi' }, requests: { cpu: 1 } };
    expect(containerOf({ resources })?.resources).toEqual({ limits: { cpu: '1m', memory: '1536Mi' }, requests: { cpu: '1' } });
  });

  test('fills in ports, variables, probes and hooks', () => {
    const httpGet = { port: 80 };
    const container = containerOf({
      ports: [{ containerPort: 80 }],
      env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      livenessProbe: { httpGet, timeoutSeconds: 0, periodSeconds: 5 },
      readinessProbe: { grpc: { port: 80 } },
      lifecycle: { preStop: { httpGet } },
    });
    expect(container).toMatchObject({
      ports: [{ protocol: 'TCP' }],
      env: [{ valueFrom: { fieldRef: { apiVersion: 'v1' } } }],
      livenessProbe: {
        httpGet: { path: '/', scheme: 'HTTP' },
        timeoutSeconds: 1,
        periodSeconds: 5,
        failureThreshold: 3,
        successThreshold: 1,
      },
      readinessProbe: { grpc: { service: '' } },
      lifecycle: { preStop: { httpGet: { path: '/', scheme: 'HTTP' } } },
    });
  });

  test('fills in volumes', () => {
    expect(volumeOf({ name: 'a' })).toEqual({ name: 'a', emptyDir: {} });
    expect(volumeOf({ name: 'a', secret: { secretName: 's' } })?.secret).toEqual({ secretName: 's', defaultMode: 420 });
    expect(volumeOf({ name: 'a', nfs: { path: '/' } })).toEqual({ name: 'a', nfs: { path: '/' } });
    const sources = [{ serviceAccountToken: { path: 'token' } }];
    expect(volumeOf({ name: 'a', projected: { sources } })?.projected).toEqual({
      defaultMode: 420,
      sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }],
    });
  });

  test('pulls an image volume by a default only where the gate is on', () => {
    expect(volumeOf({ name: 'a', image: { reference: 'busybox' } }, '1.35')?.image?.pullPolicy).toBe('Always');
    expect(volumeOf({ name: 'a', image: { reference: 'busybox' } }, '1.34')?.image?.pullPolicy).toBeUndefined();
  });
});
