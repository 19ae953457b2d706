import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { job, run } from './run.ts';

let path: string | undefined;
beforeEach(() => {
  path = process.env['PATH'];
});
afterEach(() => {
  process.env['PATH'] = path;
});

const notes = { uid: '1', resourceVersion: '7', creationTimestamp: '2026-01-01T00:00:00Z', managedFields: [{ manager: 'kubectl' }] };
const answers = {
  'get namespace work': {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'work', labels: { 'pod-security.kubernetes.io/enforce': 'baseline', enabled: 'yes' }, ...notes },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  },
  'get limitranges,resourcequotas --namespace=work': {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'limits', namespace: 'work', ...notes },
        spec: { limits: [{ type: 'Container', max: { memory: '1Gi' } }] },
      },
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota', namespace: 'work', ...notes },
        spec: { hard: { pods: '1' } },
        status: { hard: { pods: '1' }, used: { pods: '1' } },
      },
    ],
  },
  'get priorityclasses': {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: 'high', ...notes },
        value: 1000,
        description: 'x',
        preemptionPolicy: 'Never',
      },
    ],
  },
};

/** A stand-in for kubectl that knows these answers, and refuses what it is asked besides. */
function withKubectl(known: Readonly<Record<string, unknown>>): void {
  const body = `const known = ${JSON.stringify(known)};
const asked = process.argv.slice(2).filter((one) => one !== '-o' && one !== 'json').join(' ');
if (!(asked in known)) { console.error('Error from server (Forbidden): ' + asked); process.exit(1); }
console.log(typeof known[asked] === 'string' ? known[asked] : JSON.stringify(known[asked]));\n`;
  const folder = folderWith({ kubectl: `#!${process.execPath}\n${body}` });
  process.env['PATH'] = `${folder}${delimiter}${path}`;
}

test('prints what is in force as a file of facts, and says each command before it runs', async () => {
  withKubectl(answers);
  const { code, out, error } = await run('namespace-facts', 'work');
  expect(code).toBe(0);
  expect(error).toBe(
    'kubejob: kubectl get namespace work -o json\n' +
      'kubejob: kubectl get limitranges,resourcequotas --namespace=work -o json\n' +
      'kubejob: kubectl get priorityclasses -o json\n',
  );
  expect(out).toBe(`apiVersion: v1
kind: Namespace
metadata:
  name: work
  labels:
    pod-security.kubernetes.io/enforce: baseline
    enabled: "yes"
---
apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: work
spec:
  limits:
    - type: Container
      max:
        memory: 1Gi
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: work
spec:
  hard:
    pods: "1"
status:
  used:
    pods: "1"
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: high
value: 1000
preemptionPolicy: Never
`);
});

test('what it prints is what --facts reads', async () => {
  withKubectl(answers);
  const { out } = await run('namespace-facts', 'work');
  const folder = folderWith({ 'facts.yaml': out, 'job.yaml': job('hello') });
  const judged = await run(
    'validate',
    '--advice',
    'off',
    '--format',
    'json',
    '--facts',
    join(folder, 'facts.yaml'),
    join(folder, 'job.yaml'),
  );
  expect(JSON.parse(judged.out)).toMatchObject([
    { reason: 'PodsRefused', message: expect.stringContaining('used: pods=1, limited: pods=1') },
  ]);
});

test('asks in another context where one is named', async () => {
  withKubectl({});
  expect((await run('namespace-facts', 'work', '--context', 'staging')).error).toContain(
    'kubectl get namespace work --context=staging -o json\n',
  );
});

test('PriorityClasses that may not be read are left out, with a word', async () => {
  const { 'get priorityclasses': _, ...others } = answers;
  withKubectl(others);
  const { code, out, error } = await run('namespace-facts', 'work');
  expect({ code, error }).toEqual({ code: 0, error: expect.stringContaining('without PriorityClasses: Error from server (Forbidden)') });
  expect(out).not.toContain('PriorityClass');
});

test.each([
  ['what kubectl refuses', {}, 'work', 'Error from server (Forbidden): get namespace work'],
  ['what is no JSON', { 'get namespace work': 'hello' }, 'work', 'kubectl printed no JSON.'],
  ['what is no name', {}, 'Work/../x', 'no name of a namespace: Work/../x'],
])('%s ends it with 2', async (_what, known, namespace, said) => {
  withKubectl(known);
  const { code, out, error } = await run('namespace-facts', namespace);
  expect({ code, out, error }).toEqual({ code: 2, out: '', error: expect.stringContaining(said) });
});

test('without kubectl it says what to do', async () => {
  process.env['PATH'] = folderWith({});
  expect(await run('namespace-facts', 'work')).toMatchObject({
    code: 2,
    error: expect.stringContaining('kubectl was not found. Install it'),
  });
});
