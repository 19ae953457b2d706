import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../../server/application/facts/known-facts.ts';
import { overlayFindings } from '../../../server/application/kustomize/overlay-findings.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { readBuild } from '../../../server/manifest/kustomize/built-documents.ts';
import { unindented } from '../../text.ts';

/** A CronJob as one writes it, and as a build prints it. */
function cronJob({
  name = 'nightly',
  more = '',
  schedule = '0 2 * * *',
  policy = 'Never',
  container = 'name: main\nimage: busybox:1.36',
  origin = '',
}) {
  const annotations = origin && `\n  annotations:\n    config.kubernetes.io/origin: |\n      path: ${origin}`;
  const lines = container.split('\n').map((line, at) => `${at === 0 ? '- ' : '  '}${line}`);
  return unindented(`
    apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: ${name}${annotations.replaceAll('\n', '\n    ')}
    spec:
      schedule: "${schedule}"${more.replaceAll('\n', '\n      ')}
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: ${policy}
              containers:
                ${lines.join('\n                ')}
  `);
}

const patch = (lines: string) => `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: nightly\n${lines}`;

/** What is found, as `file:line code`. */
function found(files: Readonly<Record<string, string>>, built: string): readonly string[] {
  const at = (path: string) => path.replace(/^\.\.\//, '/repo/');
  const text = (path: string) => files[path.replace(/^\/repo\//, '')];
  const settings = { ...defaultSettings, advice: 'pitfalls' as const };
  return overlayFindings(readBuild(built, at), '/repo/overlay', text, { settings, facts: nothingKnown }).findings.map(
    ({ file, range, finding }) => `${file.replace('/repo/', '')}:${range.start.line + 1} ${finding.code}`,
  );
}

const base = { 'base/kustomization.yaml': 'resources: [job.yaml]\n', 'base/job.yaml': cronJob({}) };
const origin = '../base/job.yaml';

describe('what is found in a build stands where it was written:', () => {
  test('in the base', () => {
    const files = { ...base, 'base/job.yaml': cronJob({ policy: 'Always' }), 'overlay/kustomization.yaml': 'resources: [../base]\n' };
    expect(found(files, cronJob({ policy: 'Always', origin }))).toEqual(['base/job.yaml:11 job-restart-policy']);
  });

  test('in a patch in another folder, the last that says it', () => {
    const files = {
      ...base,
      'overlay/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: patches/a.yaml\n  - path: patches/b.yaml\n',
      'overlay/patches/a.yaml': patch('spec:\n  schedule: "61 * * * *"\n'),
      'overlay/patches/b.yaml': patch('# again\nspec:\n  schedule: "61 * * * *"\n'),
    };
    expect(found(files, cronJob({ schedule: '61 * * * *', origin }))).toEqual(['overlay/patches/b.yaml:7 schedule-above']);
  });

  test('in a patch within the kustomization, and in an operation', () => {
    const kustomization = unindented(`
      resources: [../base]
      patches:
        - patch: |-
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly}
            spec: {concurrencyPolicy: Never}
        - target: {kind: CronJob}
          patch: |-
            - op: replace
              path: /spec/jobTemplate/spec/template/spec/restartPolicy
              value: Always
    `);
    const files = { ...base, 'overlay/kustomization.yaml': kustomization };
    const built = cronJob({ more: '\nconcurrencyPolicy: Never', policy: 'Always', origin });
    expect(found(files, built)).toEqual([
      'overlay/kustomization.yaml:7 cron-job-concurrency-policy',
      'overlay/kustomization.yaml:12 job-restart-policy',
    ]);
  });

  test('in the suffix that makes a name too long', () => {
    const suffix = '-of-a-long-name-for-what-is-only-one-of-many-such-jobs';
    const files = { ...base, 'overlay/kustomization.yaml': `resources: [../base]\nnameSuffix: ${suffix}\n` };
    expect(found(files, cronJob({ name: `nightly${suffix}`, origin }))).toEqual(['overlay/kustomization.yaml:2 cron-job-name-length']);
  });

  test('in the container of a patch that none is called as', () => {
    const spec = (container: string) =>
      `spec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - ${container}\n`;
    const files = (container: string) => ({
      ...base,
      'overlay/kustomization.yaml': 'resources: [../base]\npatches: [{path: a.yaml}]\n',
      'overlay/a.yaml': patch(spec(container)),
    });
    expect(found(files('{name: mian, image: "busybox:1.37"}'), cronJob({ origin }))).toEqual(['overlay/a.yaml:11 patch-container-unknown']);
    expect(found(files('{name: proxy, image: "envoy:1.30"}'), cronJob({ origin }))).toEqual([]);
  });
});
