import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Files, folderWith, writeFiles } from '../folder-with.ts';
import { run } from './run.ts';

let home = '';
let path: string | undefined;

beforeEach(() => {
  home = folderWith();
  path = process.env['PATH'];
});
afterEach(() => {
  process.env['PATH'] = path;
});

const write = (files: Files) => writeFiles(home, files);

/** A stand-in for helm that only knows how to fill in `.Values.NAME`; the tests with the real one are those of the editor. */
function withHelm(body: string): void {
  write({ 'bin/helm': `#!${process.execPath}\n${body}` });
  process.env['PATH'] = `${join(home, 'bin')}${delimiter}${path}`;
}

const fillsIn = `
const fs = require('fs'), path = require('path');
const [, , verb, chart, ...rest] = process.argv;
if (verb !== 'template') process.exit(1);
const read = (file) => Object.fromEntries([...fs.readFileSync(file, 'utf8').matchAll(/^(\\w+): (.*)$/gm)].map(([, key, value]) => [key, value]));
const values = Object.assign(read(path.join(chart, 'values.yaml')), ...rest.filter((one) => one !== '--values').map(read));
for (const file of fs.readdirSync(path.join(chart, 'templates')).sort())
  console.log('---\\n# Source: tool/templates/' + file + '\\n' + fs.readFileSync(path.join(chart, 'templates', file), 'utf8').replace(/{{ \\.Values\\.(\\w+) }}/g, (_, key) => values[key]));
`;

const chart = {
  'tool/Chart.yaml': 'apiVersion: v2\nname: tool\nversion: 0.1.0\n',
  'tool/values.yaml': 'schedule: "0 25 * * *"\npolicy: Never\n',
  'tool/templates/cron.yaml': `apiVersion: batch/v1
kind: CronJob
metadata:
  name: tool
spec:
  schedule: {{ .Values.schedule }}
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: {{ .Values.policy }}
          containers:
            - name: main
              image: busybox:1.36
`,
};

async function judged(...args: readonly string[]) {
  const { code, out, error } = await run('validate', '--format', 'json', ...args);
  const entries: { file: string; line: number; column: number; code: string; document: number; severity: string; related?: object[] }[] =
    JSON.parse(out);
  return { code, error, entries: entries.filter(({ severity }) => severity === 'error') };
}

describe('kubejob validate CHART', () => {
  test("a finding stands on the template's line, the value that made it beside it", async () => {
    write(chart);
    withHelm(fillsIn);
    const { code, error, entries } = await judged(join(home, 'tool'));
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(entries).toMatchObject([
      {
        file: join(home, 'tool/templates/cron.yaml'),
        document: 0,
        line: 6,
        column: 3,
        related: [{ file: join(home, 'tool/values.yaml'), line: 1, column: 1 }],
      },
    ]);
  });

  test('files of values win over those of the chart', async () => {
    write({ ...chart, 'other.yaml': 'schedule: "0 2 * * *"\npolicy: Alway\n' });
    withHelm(fillsIn);
    const { entries } = await judged(join(home, 'tool'), '-f', join(home, 'other.yaml'));
    expect(entries).toMatchObject([{ line: 11, related: [{ file: join(home, 'other.yaml'), line: 2, column: 1 }] }]);
  });

  test('what is in force in the namespace is asked of what is rendered, and so is what the chart itself puts there', async () => {
    const quota = (metadata: string) => `apiVersion: v1\nkind: ResourceQuota\nmetadata: {${metadata}}\nspec: {hard: {pods: 0}}\n`;
    write({ ...chart, 'tool/values.yaml': 'schedule: "0 2 * * *"\npolicy: Never\n', 'facts.yaml': quota('name: given') });
    withHelm(fillsIn);
    const refused = async (...args: readonly string[]) => {
      const { out } = await run('validate', '--advice', 'off', '--format', 'json', join(home, 'tool'), ...args);
      return JSON.parse(out).map(({ reason, file, line, message }: Record<string, unknown>) => [reason, file, line, message]);
    };
    const template = join(home, 'tool/templates/cron.yaml');
    expect(await refused()).toEqual([]);
    expect(await refused('--facts', join(home, 'facts.yaml'))).toEqual([
      ['PodsRefused', template, 9, expect.stringContaining('exceeded quota: given')],
    ]);
    write({ 'tool/templates/quota.yaml': quota('name: own') });
    expect(await refused()).toEqual([['PodsRefused', template, 9, expect.stringContaining('exceeded quota: own')]]);
    expect(await refused('--no-facts')).toEqual([]);
  });

  test('charts below a path are rendered only when asked for', async () => {
    write(chart);
    withHelm(fillsIn);
    expect((await judged(home)).entries).toEqual([]);
    expect((await judged('--helm', home)).entries).toHaveLength(1);
  });

  test('values without a chart say that none is judged', async () => {
    write(chart);
    expect(await run('validate', '-f', join(home, 'tool/values.yaml'), home)).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('look for charts with --helm'),
    });
  });

  test('without helm one line says so, and nothing is found', async () => {
    write(chart);
    process.env['PATH'] = join(home, 'nothing-here');
    const { code, error, entries } = await judged(join(home, 'tool'));
    expect({ code, entries }).toEqual({ code: 0, entries: [] });
    expect(error).toMatch(/^kubejob: .*tool: helm was not found[^\n]*\n$/);
  });

  test('without helm what stands literally in a template is judged where it stands', async () => {
    write({ ...chart, 'tool/templates/cron.yaml': chart['tool/templates/cron.yaml'].replace('{{ .Values.policy }}', 'Alway') });
    process.env['PATH'] = join(home, 'nothing-here');
    const { out } = await run('validate', '--format', 'json', '--advice', 'all', join(home, 'tool'));
    expect(JSON.parse(out)).toMatchObject([
      { file: join(home, 'tool/templates/cron.yaml'), line: 11, column: 26, code: 'job-restart-policy' },
    ]);
  });

  test("what cannot be rendered is told in helm's words; other paths are judged all the same", async () => {
    write({ ...chart, 'job.yaml': 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {}\n' });
    withHelm(`process.stderr.write('Error: execution error at (tool/templates/cron.yaml:2:4): set .Values.image\\n'); process.exit(1)`);
    const { code, error, entries } = await judged(join(home, 'tool'), join(home, 'job.yaml'));
    expect(code).toBe(2);
    expect(error).toBe(`kubejob: ${join(home, 'tool')}: helm: execution error at (tool/templates/cron.yaml:2:4): set .Values.image\n`);
    expect(entries.every(({ file }) => file === join(home, 'job.yaml'))).toBe(true);
    expect(entries.length).toBeGreaterThan(0);
  });

  test('links out of the chart are not followed, and nothing stays behind', async () => {
    write({ ...chart, 'secret.yaml': 'kind: Job\n' });
    symlinkSync(join(home, 'secret.yaml'), join(home, 'tool/templates/zz.yaml'));
    withHelm(
      `${fillsIn}\nrequire('fs').writeFileSync(${JSON.stringify(join(home, 'seen'))} + process.pid, fs.readdirSync(path.join(chart, 'templates')).join());`,
    );
    // A folder of its own, as others run at the same time.
    const scratch = join(home, 'scratch');
    mkdirSync(scratch);
    vi.stubEnv('TMPDIR', scratch);
    vi.stubEnv('TEMP', scratch);
    await judged(join(home, 'tool'));
    vi.unstubAllEnvs();
    const seen = readdirSync(home).filter((name) => name.startsWith('seen'));
    expect(seen.map((name) => readFileSync(join(home, name), 'utf8')).sort()).toEqual(['cron.yaml', 'cron.yaml,zz.yaml']);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

test('a page of Markdown has what was found in a chart, and how what was rendered runs', async () => {
  withHelm(fillsIn);
  write(chart);
  const page = () => run('report', join(home, 'tool'));
  const { out: faulty } = await page();
  expect(faulty).toMatch(/\n1 error: 1 Job or CronJob in 1 file\.\n/);
  expect(faulty).toMatch(/\| error \| `[^`]*tool\/templates\/cron\.yaml:6` \|/);
  write({ 'tool/values.yaml': 'schedule: "0 5 * * *"\npolicy: Never\n' });
  const { out, error } = await page();
  expect([out, error]).toEqual([expect.stringMatching(/\n### CronJob `tool` \(`.*tool`\)\n\n3 Jobs started in /), '']);
  expect(out).not.toContain('template');
});
