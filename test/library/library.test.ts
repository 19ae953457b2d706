import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type * as api from '../../server/library/api.ts';
import * as library from '../../server/library.ts';
import { jobWith } from '../manifests.ts';

const { at, fix, parse, recording, simulate, validate } = library;
const failing = jobWith({ spec: 'backoffLimit: 1', container: 'command: [sh, -c, "sleep 5; exit 1"]' });

describe('the library', () => {
  test('exports what its types declare, and nothing else', () => {
    const declared: typeof api = library;
    const names = [
      ...readFileSync(join(import.meta.dirname, '../../server/library/api.ts'), 'utf8').matchAll(/^export declare \w+ (\w+)/gm),
    ];
    expect(Object.keys(declared).sort()).toEqual(names.map(([, name]) => name).sort());
  });

  test('its types import nothing: the file is what the package declares', () => {
    const text = readFileSync(join(import.meta.dirname, '../../server/library/api.ts'), 'utf8');
    expect(text).not.toMatch(/^import |import\(|^export .* from /m);
  });
});

describe('parse', () => {
  test('gives values and places, lines and columns from 1', () => {
    const [first, second] = parse('a: yes\n---\nb:\n  - 0o17\n  - 017\n');
    expect(first).toMatchObject({ document: 0, line: 1, value: { a: true }, reading: 'whole' });
    expect(second?.placeOf(['b', 1])).toEqual({ line: 5, column: 5, endLine: 5, endColumn: 8 });
    expect(second?.placeOf(['c'])).toBeUndefined();
  });

  test('of what is no YAML, says so and throws nothing', () => {
    expect(parse('a: [')[0]?.reading).not.toBe('whole');
    expect(() => parse(JSON.parse('{}'))).toThrow(TypeError);
  });
});

describe('validate', () => {
  test('finds, places and mends', () => {
    const text = jobWith('backofLimit: 3');
    expect(validate(text)).toMatchObject([
      {
        kind: 'Job',
        path: 'spec.backofLimit',
        severity: 'error',
        reason: 'UnknownField',
        code: 'unknown-field',
        fix: { edits: [{ newText: 'backoffLimit' }] },
      },
    ]);
    expect(fix(text)).toBe(text.replace('backofLimit', 'backoffLimit'));
  });

  test('says good habits where they are asked for', () => {
    const codes = (advice: 'all' | 'pitfalls') => validate(jobWith(''), { advice }).filter(({ practice }) => practice).length;
    expect(codes('all')).toBeGreaterThan(0);
    expect(codes('pitfalls')).toBe(0);
  });

  test('takes a range of versions, facts of the namespace and a language', () => {
    const text = jobWith('managedBy: example.com/mine');
    expect(validate(text, { kubernetesVersion: '1.29-1.37' }).map(({ versions }) => versions)).toContainEqual(['1.29']);
    const facts = `
      apiVersion: v1
      kind: Namespace
      metadata: {name: a, labels: {pod-security.kubernetes.io/enforce: restricted}}`;
    expect(validate(jobWith(''), { facts }).map(({ reason }) => reason)).toContain('PodsRefused');
    expect(validate(jobWith('backofLimit: 3'), { language: 'ko' })[0]?.message).toMatch(/[가-힣]/);
  });

  /** As of a caller without types. */
  const untyped = (options: object) => JSON.parse(JSON.stringify(options));

  test.each<[object, ErrorConstructor]>([
    [{ kubernetesVersion: '1.2' }, RangeError],
    [{ kubernetesVersion: '1.37-1.33' }, RangeError],
    [{ language: 'fr' }, RangeError],
    [{ advice: 'practices' }, RangeError],
    [{ facts: {} }, TypeError],
  ])('%j is the fault of the caller', (options, error) => {
    expect(() => validate('', untyped(options))).toThrow(error);
    expect(() => simulate(failing, untyped(options))).toThrow(error);
  });
});

describe('simulate', () => {
  test('tells the end, and what kubectl prints at any moment', () => {
    const simulation = simulate(failing);
    if (simulation.status !== 'simulated') throw new Error(simulation.message);
    expect(simulation.summary).toMatchObject({ outcome: 'Failed', reason: 'BackoffLimitExceeded', podsCreated: 2 });
    expect(simulation.outcome).toContain('BackoffLimitExceeded');
    const { run } = simulation;
    expect(at(run, 3).pods.map(({ STATUS }) => STATUS)).toEqual(['Running']);
    expect(at(run).get('pods').split('\n')[0]).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE$/);
    expect(at(run).describe()).toContain('BackoffLimitExceeded');
    expect(recording(run).events.map(({ reason }) => reason)).toContain('BackoffLimitExceeded');
    expect(recording(run).jobs.at(-1)?.conditions).toContain('Failed=True:BackoffLimitExceeded');
  });

  test('a run is plain data: kept as JSON it reads the same', () => {
    const simulation = simulate(failing);
    if (simulation.status !== 'simulated') throw new Error(simulation.message);
    const kept = JSON.parse(JSON.stringify(simulation.run));
    expect(at(kept, 20).get('pods', { wide: true })).toBe(at(simulation.run, 20).get('pods', { wide: true }));
    expect(() => at(JSON.parse('{"kind": "Job"}'))).toThrow(TypeError);
    expect(() => at(kept, Number.NaN)).toThrow(TypeError);
    expect(() => at(kept).get(JSON.parse('"nodes"'))).toThrow(RangeError);
    expect(at(kept, -1).now).toBe(0);
  });

  test('is watched as long as is said, under a scenario', () => {
    const simulation = simulate(failing, { until: 3, scenario: 'run: {for: 1h}' });
    expect(simulation).toMatchObject({ status: 'simulated', summary: { outcome: 'Running' }, run: { until: 3 } });
    expect(() => simulate(failing, { until: -1 })).toThrow(RangeError);
    expect(() => simulate(failing, { seed: 0.5 })).toThrow(RangeError);
    expect(() => simulate(failing, { scenario: JSON.parse('{"run": {}}') })).toThrow(TypeError);
  });

  test.each([
    ['refused', jobWith('backoffLimit: -1'), {}, { status: 'refused', problems: [{ of: 'manifest' }] }],
    ['a faulty scenario', failing, { scenario: 'run: {fr: 3}' }, { status: 'refused', problems: [{ of: 'scenario', line: 1, column: 7 }] }],
    ['a template', jobWith('completions: {{ .Values.n }}'), {}, { status: 'unfinished' }],
    ['nothing', 'a: b', {}, { status: 'gone', message: 'There is no Job or CronJob in it.' }],
    ['another name', failing, { name: 'x' }, { status: 'gone', message: expect.stringContaining('called x in it; there is') }],
  ])('%s', (_, text, options, expected) => {
    expect(simulate(text, options)).toMatchObject(expected);
  });
});
