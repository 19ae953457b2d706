import { describe, expect, test } from 'vitest';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { adviceRules } from '../../../server/validation/advice/index.ts';
import { analysisOf } from '../../analysis.ts';
import { example, exampleNames } from '../../examples.ts';
import { apply } from '../../text.ts';
import { advised, type Cases, container, job } from './advised.ts';

const modules = import.meta.glob<{ readonly cases?: Cases }>('./*/*.ts', { eager: true });
const casesOf = new Map(Object.entries(modules).map(([file, { cases }]) => [/([\w-]+)\.ts$/.exec(file)?.[1], cases]));

describe.each(adviceRules.map((rule) => [rule.code, rule] as const))('%s', (code, { level }) => {
  const { called = [], silent = [] } = casesOf.get(code) ?? {};

  test('has cases for and against it', () => {
    expect(called.length, `cases.called of ${code}`).toBeGreaterThan(0);
    expect(silent.length, `cases.silent of ${code}`).toBeGreaterThan(0);
  });

  test.each(called)('speaks: %#', (manifest, marks, says) => {
    const [found, ...more] = advised(manifest).filter((one) => one.code === code);
    expect(found).toMatchObject({ severity: level, marks });
    expect(found?.message).toContain(says);
    expect(found?.message).not.toContain('\n');
    expect(more).toEqual([]);
  });

  test.each(called)('is gone after each of its fixes: %#', (manifest) => {
    const settings = { advice: 'all' } as const;
    const analysis = analysisOf(manifest, settings);
    for (const one of objectFindings(analysis).filter(({ finding }) => finding.code === code))
      for (const { title, edits } of fixesOf(analysis, one)) {
        const left = objectFindings(analysisOf(apply(manifest, edits), settings));
        expect(
          left.map(({ finding }) => finding.code),
          title,
        ).not.toContain(code);
        expect(
          left.filter(({ finding }) => finding.severity === 'error'),
          title,
        ).toEqual([]);
      }
  });

  test.each(silent)('is silent: %#', (manifest) => {
    expect(advised(manifest).filter((one) => one.code === code)).toEqual([]);
  });

  test('can be silenced, and made louder', () => {
    const [[manifest] = ['']] = called;
    expect(advised(manifest, { [code]: 'off' }).filter((one) => one.code === code)).toEqual([]);
    expect(advised(manifest, { [code]: 'warning' }).find((one) => one.code === code)?.severity).toBe('warning');
  });
});

test('each variable that nothing expands is told of at its place', () => {
  const lines =
    'command: [load, --node, $NODE, "--db=$(DB)"]\nargs: [$(OTHER)]\nenv: [{name: DB, value: $(LATER)}, {name: LATER, value: x}]';
  expect(advised(job('', container(lines))).flatMap(({ code, marks }) => (code === 'unexpanded-variable' ? [marks] : []))).toEqual([
    '$NODE',
    '$(OTHER)',
    '$(LATER)',
  ]);
});

test('the right examples call for nothing above information', () => {
  const loud = exampleNames.flatMap((name) => advised(example(name)).filter(({ severity }) => severity !== 'info'));
  expect(loud).toEqual([]);
});

test('an object without a spec, and a patch, call for nothing about what is missing', () => {
  expect(advised('kind: Job\napiVersion: batch/v1\n').map(({ code }) => code)).toEqual(['unremoved-job']);
  expect(advised('kind: CronJob\napiVersion: batch/v1\nspec: {schedule: 7}\n')).toEqual([]);
  expect(advised(job(''), {}, { partial: true })).toEqual([]);
});
