import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { cronJobWith, jobWith } from '../manifests.ts';
import { run } from './run.ts';

const restricted = (name: string, mode = 'enforce') =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: {pod-security.kubernetes.io/${mode}: restricted}\n`;
const quota = (hard: string, metadata = 'name: quota') =>
  `apiVersion: v1\nkind: ResourceQuota\nmetadata: {${metadata}}\nspec: {hard: {${hard}}}\n`;
const job = jobWith({ metadata: 'name: hello\nnamespace: work', spec: 'ttlSecondsAfterFinished: 60' });
const homeless = jobWith('ttlSecondsAfterFinished: 60');

/** Reason, path and message of what is found, advice left aside. */
async function found(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = folderWith(files);
  const inFolder = args.map((arg) => (Object.hasOwn(files, arg) ? join(folder, arg) : arg));
  const paths = args.some((arg) => Object.hasOwn(files, arg) && !arg.startsWith('facts')) ? [] : [folder];
  const { code, out } = await run('validate', '--advice', 'off', '--format', 'json', ...inFolder, ...paths);
  const entries: { reason: string; severity: string; path: string; line: number; message: string }[] = JSON.parse(out);
  return { code, found: entries.map(({ reason, severity, path, line, message }) => ({ reason, severity, path, line, message })) };
}

describe('what the files of a call say of a namespace', () => {
  test('pods that it would refuse are told at the template, with the whole of the server’s words', async () => {
    const result = await found({ 'a.yaml': restricted('work'), 'b.yaml': job });
    expect(result).toEqual({
      code: 0,
      found: [
        {
          reason: 'PodsRefused',
          severity: 'warning',
          path: 'spec.template',
          line: 8,
          message:
            'The Job would be accepted and its pods refused: pods "hello-xxxxx" is forbidden: violates PodSecurity "restricted:latest": ' +
            'allowPrivilegeEscalation != false (container "main" must set securityContext.allowPrivilegeEscalation=false), ' +
            'unrestricted capabilities (container "main" must set securityContext.capabilities.drop=["ALL"]), ' +
            'runAsNonRoot != true (pod or container "main" must set securityContext.runAsNonRoot=true), ' +
            'seccompProfile (pod or container "main" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
        },
      ],
    });
  });

  test('warnings are those of the server, of CronJobs too', async () => {
    const cronJob = cronJobWith({ metadata: 'name: hello\nnamespace: work' });
    const { found: warned } = await found({ 'a.yaml': restricted('work', 'warn'), 'b.yaml': cronJob });
    expect(warned).toMatchObject([
      {
        reason: 'Warning',
        severity: 'warning',
        path: 'spec.jobTemplate.spec.template',
        message: expect.stringContaining('would violate PodSecurity "restricted:latest": allow'),
      },
    ]);
  });

  test('a quota that is full of Jobs refuses the Job: an error', async () => {
    const result = await found({ 'a.yaml': quota('count/jobs.batch: 0', 'name: quota, namespace: work'), 'b.yaml': job });
    expect(result).toMatchObject({
      code: 1,
      found: [
        {
          reason: 'Forbidden',
          severity: 'error',
          path: '',
          message: expect.stringContaining(
            'jobs.batch "hello" is forbidden: exceeded quota: quota, requested: count/jobs.batch=1, used: count/jobs.batch=0, limited: count/jobs.batch=0',
          ),
        },
      ],
    });
  });

  test('it holds in that namespace alone', async () => {
    expect((await found({ 'a.yaml': restricted('other'), 'b.yaml': job })).found).toEqual([]);
    expect((await found({ 'a.yaml': restricted('default'), 'b.yaml': homeless })).found).toEqual([]);
    expect((await found({ 'a.yaml': quota('pods: 0'), 'b.yaml': homeless })).found).toEqual([]);
  });

  test('a Job without a namespace has that of the kustomization that lists it', async () => {
    const files = { 'a.yaml': restricted('work'), 'b.yaml': homeless, 'kustomization.yaml': 'namespace: work\nresources: [b.yaml]\n' };
    expect((await found(files)).found).toMatchObject([{ reason: 'PodsRefused' }]);
    expect((await found({ ...files, 'kustomization.yaml': 'namespace: work\nresources: [c.yaml]\n' })).found).toEqual([]);
  });

  test('--no-facts leaves it aside', async () => {
    expect((await found({ 'a.yaml': restricted('work'), 'b.yaml': job }, '--no-facts')).found).toEqual([]);
  });

  test('what is in force is said once, where somebody reads it', async () => {
    const folder = folderWith({ 'a.yaml': restricted('work'), 'b.yaml': job, 'c.yaml': job });
    const { out } = await run('validate', '--advice', 'off', folder);
    expect(out.endsWith('\nIn force in the namespaces: work: Pod Security enforce=restricted. --no-facts leaves it aside.\n')).toBe(true);
    expect((await run('validate', '--advice', 'off', '--no-facts', folder)).out).not.toContain('In force');
  });

  test('templates tell nothing, and nothing is told of them', async () => {
    const templated = { 'a.yaml': restricted('"{{ .Values.namespace }}"'), 'b.yaml': job.replace('busybox:1.36', '"{{ .Values.image }}"') };
    expect((await found({ ...templated, 'c.yaml': restricted('work') })).found).toEqual([]);
  });
});

describe('.kubejob.yaml', () => {
  test('says where Jobs live that name no namespace, and what is in force there', async () => {
    const files = { '.kubejob.yaml': 'namespace: work\n', 'a.yaml': quota('pods: 0'), 'b.yaml': homeless };
    expect((await found(files)).found).toMatchObject([{ reason: 'PodsRefused' }]);
    expect((await found({ ...files, '.kubejob.yaml': 'namespace: [work]\n' })).found).toEqual([]);
  });

  test('names a file of facts, which takes the place of what the files say', async () => {
    const files = { '.kubejob.yaml': 'facts: cluster/work.yml.txt\n', 'a.yaml': restricted('work'), 'b.yaml': homeless };
    const folder = folderWith(files);
    mkdirSync(join(folder, 'cluster'));
    writeFileSync(join(folder, 'cluster/work.yml.txt'), `${quota('pods: 0', 'name: cluster, namespace: work')}`);
    const { out } = await run('validate', '--advice', 'off', folder);
    expect(out).toContain('exceeded quota: cluster');
    expect(out).not.toContain('PodSecurity');
    expect(await run('simulate', '--output', 'events', join(folder, 'b.yaml'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('exceeded quota: cluster'),
    });
    expect((await run('validate', '--advice', 'off', '--no-facts', folder)).out).not.toContain('quota');
  });

  test.each([
    ['advcie: off', 2, "A configuration has no 'advcie': write 'advice'."],
    ['ingore: [image-latest]', 2, "A configuration has no 'ingore': write 'ignore'."],
    ['namespace: [work]', 2, "'namespace' must be text."],
    ['kubernetesVersion: 1.99', 2, 'Write a known version, or a range such as 1.33-1.37'],
    ['placeholders: "yes"', 2, "'placeholders' must be true or false."],
    ['ignore: {a: 1}', 2, "'ignore' must be a list."],
    ['toString: 1', 2, "A configuration has no 'toString': remove it"],
    ['- 1', 2, "'configuration' must be a mapping."],
    ['a: b: c', 2, 'A second field begins in this line'],
  ])('what it says that nobody can follow is told, and the rest is judged: %s', async (line, at, says) => {
    const folder = folderWith({ '.kubejob.yaml': `# for all below\n${line}\n`, 'b.yaml': job.replace('Never', 'Always') });
    const { code, out, error } = await run('validate', '--advice', 'off', folder);
    expect({ code, out, error }).toEqual({
      code: 2,
      out: expect.stringContaining('restartPolicy "Always"'),
      error: expect.stringMatching(new RegExp(`\\.kubejob\\.yaml:${at}:\\d+: .*`)),
    });
    expect(error).toContain(says);
    expect(await run('simulate', join(folder, 'b.yaml'))).toMatchObject({ code: 2, error: expect.stringContaining(says) });
  });

  test.each([
    '',
    '# nothing yet\n',
    'namespace: work\nfacts:\nignore: [image-latest, {files: a.yaml}]\nkubernetesVersion: v1.30-1.31\nplaceholders: true\n',
  ])('nothing is wrong with %j', async (text) => {
    const folder = folderWith({ '.kubejob.yaml': text, 'b.yaml': job });
    expect(await run('validate', '--advice', 'off', folder)).toMatchObject({ code: 0, error: '' });
  });

  test('a file of facts that is not there is told', async () => {
    const folder = folderWith({ '.kubejob.yaml': 'facts: nowhere.yaml\n', 'b.yaml': homeless });
    expect(await run('validate', folder)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/\.kubejob\.yaml: no such file or folder: .*nowhere\.yaml/),
    });
  });
});

describe('--facts', () => {
  test.each([
    [
      'the one namespace of the file is that of Jobs without one',
      `${restricted('work')}---\n${quota('pods: 0')}`,
      homeless,
      'violates PodSecurity',
    ],
    ['what speaks of none holds in any', quota('pods: 0'), job, 'exceeded quota: quota, requested: pods=1, used: pods=0, limited: pods=0'],
    ['what is used counts', `${quota('pods: 1')}status: {used: {pods: 1}}\n`, job, 'used: pods=1'],
    [
      'JSON, in a list',
      JSON.stringify([{ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota' }, spec: { hard: { pods: '0' } } }]),
      job,
      'exceeded quota',
    ],
    ['a List', `apiVersion: v1\nkind: List\nitems:\n  - ${quota('pods: 0').trimEnd().replaceAll('\n', '\n    ')}\n`, job, 'exceeded quota'],
  ])('%s', async (_what, facts, manifest, said) => {
    const result = await found({ 'facts.yaml': facts, 'job.yaml': manifest }, '--facts', 'facts.yaml', 'job.yaml');
    expect(result).toMatchObject({ code: 0, found: [{ reason: 'PodsRefused', message: expect.stringContaining(said) }] });
  });

  test('another namespace is none of theirs', async () => {
    const result = await found({ 'facts.yaml': restricted('other'), 'job.yaml': job }, '--facts', 'facts.yaml', 'job.yaml');
    expect(result.found).toEqual([]);
  });

  test('takes the place of what the files say', async () => {
    const facts = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: work}\n';
    const result = await found(
      { 'facts.yaml': facts, 'job.yaml': `${restricted('work')}---\n${job}` },
      '--facts',
      'facts.yaml',
      'job.yaml',
    );
    expect(result.found).toEqual([]);
  });

  test.each([
    ['a file that is not there', 'nowhere.yaml', 'no such file'],
    ['a file that is no YAML', 'broken.yaml', 'broken.yaml: '],
    ['a file without facts', 'job.yaml', 'job.yaml: no Namespace, LimitRange, ResourceQuota or PriorityClass'],
    ['an amount that is none', 'amount.yaml', 'amount.yaml: ResourceQuota limits: no cluster stores what stands at spec.hard.pods'],
    ['a limit that is none', 'limit.yaml', 'limit.yaml: LimitRange x: no cluster stores what stands at spec.limits[1].max'],
    ['a name that is none', 'name.yaml', 'name.yaml: ResourceQuota: no cluster stores what stands at metadata.name'],
  ])('%s', async (_what, facts, said) => {
    const folder = folderWith({
      'job.yaml': job,
      'amount.yaml': quota('pods: ten', 'name: limits'),
      'limit.yaml':
        'apiVersion: v1\nkind: LimitRange\nmetadata: {name: x}\nspec: {limits: [{type: Pod, min: {cpu: 1}}, {type: Pod, max: 1}]}\n',
      'name.yaml': quota('pods: 1', 'name: {toString: 1}'),
      'broken.yaml': `${quota('pods: 0')}---\nkind: [\n`,
    });
    const { code, error } = await run('validate', '--facts', join(folder, facts), folder);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining(said) });
  });
});

test('a pod that is invalid once it is made is told of without any facts', async () => {
  const { found: told } = await found({ 'job.yaml': jobWith({ pod: 'nodeName: node\nschedulingGates: [{name: example.com/gate}]' }) });
  expect(told).toMatchObject([
    { reason: 'PodsRefused', message: expect.stringContaining('cannot be set until all schedulingGates have been cleared') },
  ]);
});

test('a quota with less room than the Job asks for at once is a note, of pitfalls too', async () => {
  const wide = jobWith({ metadata: 'name: hello\nnamespace: work', spec: 'parallelism: 4\ncompletions: 8' });
  const folder = folderWith({ 'a.yaml': quota('pods: 3', 'name: quota, namespace: work'), 'b.yaml': wide });
  const { out } = await run('validate', folder);
  expect(out).toContain('The quota has room for 3 of the 4 pods that a Job runs at once here');
  expect(out).toContain('requested: pods=1, used: pods=3, limited: pods=3');
});

describe('simulate', () => {
  const facts = quota('pods: 1');
  const wide = jobWith({ spec: 'parallelism: 2\ncompletions: 2', container: 'command: [sleep, "5"]' });

  async function simulated(output: string, ...args: readonly string[]) {
    const folder = folderWith({
      'job.yaml': wide,
      'facts.yaml': facts,
      'both.yaml': `${quota('pods: 1', 'name: quota, namespace: work')}---\n${wide.replace('name: hello', 'name: hello\n  namespace: work')}`,
    });
    const { code, out } = await run(
      'simulate',
      '--output',
      output,
      ...args.map((arg) => (arg.endsWith('.yaml') ? join(folder, arg) : arg)),
    );
    expect(code).toBe(0);
    return out;
  }

  test('refuses pods as the namespace would, and says what is in force', async () => {
    const words = 'pods "hello-xxxxx" is forbidden: exceeded quota: quota, requested: pods=1, used: pods=1, limited: pods=1';
    expect(await simulated('events', '--facts', 'facts.yaml', 'job.yaml')).toContain(`Error creating: ${words}`);
    expect(await simulated('summary', '--facts', 'facts.yaml', 'job.yaml')).toContain(
      '- in force in the namespace: ResourceQuota quota (pods 0/1)\n',
    );
    expect(await simulated('events', 'job.yaml')).not.toContain('Error creating');
    expect(await simulated('events', 'both.yaml')).toContain('Error creating');
    expect(await simulated('events', '--no-facts', 'both.yaml')).not.toContain('Error creating');
  });

  test('pods have what LimitRanges fill in, and say so', async () => {
    const limits =
      'apiVersion: v1\nkind: LimitRange\nmetadata: {name: limits}\nspec: {limits: [{type: Container, default: {memory: 64Mi, cpu: 200m}, defaultRequest: {cpu: 100m}}]}\n';
    const folder = folderWith({ 'job.yaml': wide, 'limits.yaml': limits });
    const { out } = await run('simulate', '--output', 'describe-pods', '--facts', join(folder, 'limits.yaml'), join(folder, 'job.yaml'));
    expect(out).toContain(
      'Annotations:  kubernetes.io/limit-ranger: LimitRanger plugin set: cpu, memory request for container main; cpu, memory limit for container main\n',
    );
    expect(out.replaceAll(/ +/g, ' ')).toContain(' Limits:\n cpu: 200m\n memory: 64Mi\n Requests:\n cpu: 100m\n memory: 64Mi\n');
    expect(out).toContain('QoS Class:                    Burstable');
  });

  test('the pods that did not fit run when there is room', async () => {
    const { summary, events } = JSON.parse(await simulated('json', '--facts', 'facts.yaml', 'job.yaml'));
    expect(summary).toMatchObject({
      outcome: 'Complete',
      podsCreated: 2,
      assumptions: expect.arrayContaining([expect.stringContaining('ResourceQuota quota')]),
    });
    expect(events.filter(({ reason }: { reason: string }) => reason === 'FailedCreate').length).toBeGreaterThan(2);
  });
});
