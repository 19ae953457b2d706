import { describe, expect, it } from 'vitest';
import { decode, decodeAs } from '../../../server/kubernetes/decoding/decode.ts';
import { mostFindings } from '../../../server/kubernetes/finding/finding.ts';
import type { KubernetesVersion } from '../../../server/kubernetes/versions.ts';

function findings(spec: unknown, version: KubernetesVersion = '1.37'): string[] {
  return decode('Job', { spec }, version).findings.map(({ reason, path, at }) =>
    `${reason} ${path} ${at.part} ${at.path.join('/')}`.replace('  ', ' '),
  );
}

function pod(pod: unknown) {
  return { template: { spec: pod } };
}

describe('shape', () => {
  it.each([
    [{ parallelism: 1.5 }, 'WrongType spec.parallelism value spec/parallelism'],
    [{ parallelism: 2147483648 }, 'WrongType spec.parallelism value spec/parallelism'],
    [{ parallelism: '3' }, 'WrongType spec.parallelism value spec/parallelism'],
    [{ activeDeadlineSeconds: 9223372036854775808n }, 'WrongType spec.activeDeadlineSeconds value spec/activeDeadlineSeconds'],
    [{ suspend: 'true' }, 'WrongType spec.suspend value spec/suspend'],
    [{ template: [] }, 'WrongType spec.template value spec/template'],
    [{ selector: { matchLabels: { app: true } } }, 'WrongType spec.selector.matchLabels[app] value spec/selector/matchLabels/app'],
    [pod({ containers: {} }), 'WrongType spec.template.spec.containers value spec/template/spec/containers'],
    [pod({ containers: ['x'] }), 'WrongType spec.template.spec.containers[0] value spec/template/spec/containers/0'],
    [pod({ overhead: { cpu: '1 Gi' } }), 'Unreadable value spec/template/spec/overhead/cpu'],
    [pod({ overhead: { cpu: '1\n' } }), 'Unreadable value spec/template/spec/overhead/cpu'],
    [pod({ overhead: { cpu: [1n] } }), 'Unreadable value spec/template/spec/overhead/cpu'],
    [pod({ nope: 1 }), 'UnknownField spec.template.spec.nope key spec/template/spec/nope'],
    [{ '': 1 }, 'UnknownField spec. key spec/'],
    [{ __proto__x: 1 }, 'UnknownField spec.__proto__x key spec/__proto__x'],
    [{ constructor: 1 }, 'UnknownField spec.constructor key spec/constructor'],
  ])('%#: says what does not fit', (spec, expected) => {
    expect(findings(spec)).toEqual([expected]);
  });

  it.each([
    [{ parallelism: 2147483647, activeDeadlineSeconds: 9223372036854775807n }],
    [{ parallelism: null, template: null, suspend: null }],
    [pod({ containers: [null, { ports: [null], command: [null], env: null }], nodeSelector: { a: null } })],
    [pod({ overhead: { cpu: 1, memory: '1Gi', 'example.com/x': 0.5, other: ' 1 ' } })],
  ])('%#: has nothing against what fits', (spec) => {
    expect(findings(spec)).toEqual([]);
  });

  it('reports everything, not only the first', () => {
    expect(findings({ completiond: 3, parallelism: 'x', template: { sepc: {}, metadata: { labels: [] } } })).toHaveLength(4);
  });

  it.each([
    ['2026-01-01T00:00:00Z', 0],
    ['2024-02-29T9:00:00.123456789123+01:00', 0],
    ['2024-02-29T00:00:00-24:60', 0],
    ['2024-02-29T00:00:00+25:00', 1],
    ['2024-02-29T00:00:00+00:61', 1],
    ['2026-02-29T00:00:00Z', 1],
    ['2026-01-01T24:00:00Z', 1],
    ['2026-01-01T00:00:60Z', 1],
    ['2026-01-01 00:00:00Z', 1],
    ['2026-01-01T00:00:00', 1],
    ['', 1],
  ])('takes the time %j for what Go does', (creationTimestamp, faults) => {
    expect(decode('Job', { metadata: { creationTimestamp } }, '1.37').findings).toHaveLength(faults);
  });
});

describe('the decoded object', () => {
  it('lacks what is null, unknown or mistyped', () => {
    const { object } = decode('Job', { spec: { parallelism: 'x', completions: null, nope: 1, suspend: true } }, '1.37');
    expect(object).toEqual({ spec: { suspend: true } });
  });

  it('has zero values for null and for mistyped items of lists, so that places stay', () => {
    const { object } = decode('Job', { spec: pod({ containers: [{ command: ['a', null, 3, 'b'] }, 'x', null] }) }, '1.37');
    expect(object.spec?.template?.spec?.containers).toEqual([{ command: ['a', '', '', 'b'] }, {}, {}]);
  });

  it('tells of one more than is ever said, which is all that there is to know', () => {
    const nope = Object.fromEntries(Array.from({ length: mostFindings + 9 }, (_, at) => [`nope${at}`, 1]));
    const { findings, pruned } = decode('Job', { spec: nope }, '1.37');
    expect([findings.length, pruned.length]).toEqual([mostFindings + 1, mostFindings + 1]);
  });

  it('knows what was taken out, and what may have been meant', () => {
    const { pruned } = decode('Job', { spec: { completiond: 3, parallelism: 'x' } }, '1.37');
    expect(pruned.map(({ path }) => path)).toEqual([
      ['spec', 'completiond'],
      ['spec', 'parallelism'],
    ]);
    expect(pruned[0]?.nearest[0]).toBe('completions');
    const beside = decode('Job', { spec: { completiond: 3, completions: 3, completionMode: null } }, '1.37').pruned;
    expect(beside[0]?.nearest).toEqual(['completionMode']);
  });

  it('is empty when the document is no object', () => {
    expect(decode('Job', null, '1.37')).toMatchObject({ object: {}, findings: [] });
  });
});

describe('versions', () => {
  it.each([
    ['1.29', 'field-too-new'],
    ['1.30', undefined],
    ['1.37', undefined],
  ] as const)('successPolicy in %s: %s', (version, code) => {
    expect(decode('Job', { spec: { successPolicy: { rules: [] } } }, version).findings[0]?.code).toBe(code);
  });

  it('knows fields that are gone', () => {
    const spec = pod({ workloadRef: {} });
    expect(decode('Job', { spec }, '1.35').findings).toEqual([]);
    expect(decode('Job', { spec }, '1.36').findings).toMatchObject([{ reason: 'UnknownField', code: 'field-gone' }]);
  });

  it('notes a field that stays unread unless its gate is on, once', () => {
    const { findings: none, gated } = decode('Job', { spec: { scheduling: {} } }, '1.37');
    expect(none).toEqual([]);
    expect(gated).toMatchObject([{ code: 'gated-field', severity: 'info', path: 'spec.scheduling', args: { gate: 'WorkloadWithJob' } }]);
    expect(decode('Job', { spec: { managedBy: 'x/y' } }, '1.37').gated).toEqual([]);
    expect(decode('Job', { spec: { managedBy: 'x/y' } }, '1.31').gated).toHaveLength(1);
    const stopped = pod({ containers: [{ name: 'a', lifecycle: { stopSignal: 'SIGUSR1' } }] });
    expect(decode('Job', { spec: stopped }, '1.37').gated).toMatchObject([{ args: { field: 'stopSignal', gate: 'ContainerStopSignals' } }]);
  });
});

describe('the nearest name', () => {
  it.each([
    ['completiond', ['completions', 'completionMode']],
    ['Parallelism', ['parallelism']],
    ['paralelism', ['parallelism']],
    ['backofLimit', ['backoffLimit']],
    ['zzz', []],
  ])('of %s: %j', (name, nearest) => {
    const [finding] = decode('Job', { spec: { [name]: 1 } }, '1.37').findings;
    expect(finding?.args).toEqual({ field: name, nearest });
  });
});

describe('templates that say the same', () => {
  const template = (spec: unknown) => ({ spec: { template: { metadata: { labels: { app: 'a' } }, spec } } });
  const spec = { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox', resources: { requests: { cpu: 1 } } }] };
  const read = (value: unknown, version: KubernetesVersion = '1.37') => decode('Job', structuredClone(value), version);

  it('are one object, in a CronJob too', () => {
    const { object } = read(template(spec));
    expect(read({ metadata: { name: 'other' }, ...template(spec) }).object.spec?.template).toBe(object.spec?.template);
    const cronJob = decode('CronJob', { spec: { jobTemplate: template(spec) } }, '1.37').object;
    expect(cronJob.spec?.jobTemplate?.spec?.template).toBe(object.spec?.template);
    expect(object).toEqual(template(spec));
  });

  it.each([
    ['an unknown field', { ...spec, nope: 1 }, '1.37'],
    ['a wrong type', { ...spec, priority: 'high' }, '1.37'],
    ['a field that is newer than the version', { ...spec, resources: {} }, '1.29'],
    ['a field that a gate keeps unread', { ...spec, resources: { requests: { cpu: 1 } } }, '1.33'],
  ] as const)('are told of each time: %s', (_, spec, version) => {
    read(template(spec), '1.37');
    const { findings, gated, pruned } = read(template(spec), version);
    const again = read(template(spec), version);
    expect(findings.length + gated.length).toBe(1);
    expect([again.findings, again.gated, again.pruned]).toEqual([findings, gated, pruned]);
  });

  it('are decoded once with the spec that is one object, and told of each time where that is to be told of', () => {
    const [right, wrong] = [template(spec), template({ ...spec, nope: 1 })];
    const named = (name: string, { spec }: typeof right) => decode('Job', { metadata: { name }, spec }, '1.37');
    expect(named('b', right).object.spec).toBe(named('a', right).object.spec);
    expect([named('a', wrong), named('b', wrong)].map(({ findings }) => findings.length)).toEqual([1, 1]);
    expect(decode('Job', { spec: { ...right.spec, completions: 'x' } }, '1.37').findings).toHaveLength(1);
    expect(decode('Job', right, '1.29').object.spec).toBe(named('a', right).object.spec);
  });

  it('are told of in a spec that is read as that of the other kind', () => {
    const value = { spec: { schedule: '@daily', jobTemplate: template(spec) } };
    const kinds = (['CronJob', 'Job', 'CronJob', 'Job'] as const).map((kind) => decodeAs(kind, value, '1.37').findings.length);
    expect(kinds).toEqual([0, 2, 0, 2]);
  });

  it('may hold integers that no number holds', () => {
    const fieldsV1 = { size: 2n ** 64n };
    expect(read({ spec: { template: { metadata: { managedFields: [{ fieldsV1 }] }, spec } } }).findings).toEqual([]);
  });
});
