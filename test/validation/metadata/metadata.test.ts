import { expect, test } from 'vitest';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { check } from '../../check.ts';
import { jobWith } from '../../manifests.ts';

const job = (metadata: string) => jobWith({ metadata });

test('a name is needed', () => {
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
    #^^^^^^^ metadata-name-missing
      labels: {app: a}
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{name: main, image: busybox}]
  `);
  check(job('generateName: hello-'));
});

test('a name must be a DNS subdomain', () => {
  check(
    job(`
      name: Hello
      #     ^^^^^ name-dns-subdomain
    `),
  );
});

test('a name that is no DNS label gets a warning', () => {
  check(
    job(`
      name: hello.world
      #     ^^^^^^^^^^^ name-used-in-pods
    `),
  );
});

test('what is made of generateName must be a name too', () => {
  check(
    job(`
      generateName: Hello-
      #             ^^^^^^ name-dns-subdomain metadata-generated-name
    `),
  );
  check(
    job(`
      generateName: a_-
      #             ^^^ metadata-generated-name
    `),
  );
});

test('the pods get the name as a label of at most 63 bytes', () => {
  const name = 'a'.repeat(64);
  check(
    job(`
      labels: {app: a}
      name: ${name}
      #     ${'^'.repeat(64)} job-name-as-pod-label
    `),
  );
});

test('a Job without labels takes those of its template, right or wrong', () => {
  check(
    jobWith({
      podMetadata: `
        labels:
          app: a b
          #    ^^^ name-label-value job-inherited-label
      `,
    }),
  );
});

test('labels and annotations are judged one by one', () => {
  check(
    job(`
      name: hello
      labels:
        a b: c
        #^^ name-qualified
        app: _
        #    ^ name-label-value
      annotations:
        Example.com/a: ""
        a/b/c: ""
        #^^^^ name-qualified
    `),
  );
});

test('annotations have a limit together', () => {
  check(
    job(`
      name: hello
      annotations:
      #^^^^^^^^^^ annotations-too-long
        a: ${'x'.repeat(256 * 1024)}
    `),
  );
  check(
    job(`
      name: hello
      annotations:
        a: ${'x'.repeat(256 * 1024 - 1)}
    `),
  );
});

test('finalizers are qualified names with a domain, or standard', () => {
  check(
    job(`
      name: hello
      finalizers:
        - example.com/a
        - kubernetes
        - mine
        # ^^^^ finalizer-without-domain
        - a/b/c
        # ^^^^^ name-qualified
    `),
  );
  check(
    job(`
      name: hello
      finalizers: [orphan, foregroundDeletion]
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ finalizers-conflict
    `),
  );
});

test('owner references are whole, and one of them controls', () => {
  check(
    job(`
      name: hello
      ownerReferences:
        - {apiVersion: v1, kind: Pod, name: a, uid: a, controller: true}
        - {apiVersion: a/b/c, kind: Pod, name: a, uid: b, controller: true}
        #              ^^^^^ owner-reference-api-version
        #                                                             ^^^^ owner-references-controllers
        - {apiVersion: v1, kind: Event, name: a, uid: c}
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ owner-reference-event
        - {apiVersion: v1, kind: Pod, name: a}
        #  ^^^^^^^^^^ owner-reference-field-missing
    `),
  );
});

test('a repeated owner does not count, so that the paths of those after it are the server’s', () => {
  const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'a' };
  const metadata = { name: 'hello', ownerReferences: [owner, owner, { ...owner, uid: '' }] };
  const [judged] = judge({ value: { apiVersion: 'batch/v1', kind: 'CronJob', metadata } }, { version: newestVersion });
  const found = judged?.findings.find(({ code }) => code === 'owner-reference-field-missing');
  expect(found).toMatchObject({ path: 'metadata.ownerReferences[1].uid', at: { path: ['metadata', 'ownerReferences', 2, 'uid'] } });
});

test('what the server sets itself is not judged', () => {
  check(
    job(`
      name: hello
      uid: a
      resourceVersion: "5"
      generation: -1
      selfLink: x
      creationTimestamp: 2026-01-01T00:00:00Z
    `),
  );
});

test.each([
  ['1.36', 'Invalid metadata.ownerReferences.uid'],
  ['1.37', 'Required metadata.ownerReferences[0].uid'],
] as const)('%s says of an owner without a uid: %s', (version, said) => {
  const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: '' };
  const metadata = { name: 'hello', ownerReferences: [owner] };
  const [judged] = judge({ value: { apiVersion: 'batch/v1', kind: 'CronJob', metadata } }, { version });
  const found = judged?.findings.find(({ code }) => code === 'owner-reference-field-missing');
  expect(`${found?.reason} ${found?.path}`).toBe(said);
  expect(found?.at.path).toEqual(['metadata', 'ownerReferences', 0, 'uid']);
});
