import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderChart } from '../../server/files/render-chart.ts';
import { type Files, folderWith, writeFiles } from '../folder-with.ts';

let home = '';

beforeEach(() => {
  home = folderWith({ 'tool/Chart.yaml': 'apiVersion: v2\nname: tool\nversion: 0.1.0\n', 'scratch/.keep': '' });
  vi.stubEnv('TMPDIR', join(home, 'scratch'));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const write = (files: Files) => writeFiles(home, files);

/** Renders with a stand-in for helm, which prints all templates as they are before it does something else. */
async function rendered(more = '') {
  write({
    helm: `#!${process.execPath}
const fs = require('fs'), path = require('path');
const folder = path.join(process.argv[3], 'templates');
fs.appendFileSync(${JSON.stringify(join(home, 'runs'))}, 'run\\n');
for (const file of fs.readdirSync(folder).sort().filter((name) => name.endsWith('.yaml') && fs.existsSync(path.join(folder, name))))
  process.stdout.write('---\\n# Source: tool/templates/' + file + '\\n' + fs.readFileSync(path.join(folder, file), 'utf8'));
${more}`,
  });
  return renderChart(join(home, 'tool'), { helm: join(home, 'helm'), values: [] });
}

const runs = () => readFileSync(join(home, 'runs'), 'utf8').trim().split('\n').length;
const leftBehind = () => readdirSync(join(home, 'scratch')).filter((name) => name.startsWith('kubejob-'));

describe('a chart or a helm that means no good', () => {
  test('more than 50 MB is stopped, and nothing is run a second time or stays behind', async () => {
    write({ 'tool/templates/a.yaml': 'a: 1\n' });
    const endless = "const much = 'x'.repeat(1 << 20); const more = () => process.stdout.write(much, more); more();";
    expect(await rendered(endless)).toEqual({ status: 'stopped', why: 'too-much' });
    expect(runs()).toBeLessThanOrEqual(2);
    expect(leftBehind()).toEqual([]);
  });

  test('what it says on standard error beside a good render counts for nothing; of a refusal it is told on one line', async () => {
    write({ 'tool/templates/a.yaml': 'a: 1\n' });
    const noise = "process.stderr.write('level=WARN msg=old\\n'.repeat(100000));";
    expect(await rendered(noise)).toMatchObject({ status: 'rendered', documents: [{ template: 'templates/a.yaml' }] });
    const refused = await rendered("process.stderr.write('level=WARN msg=old\\nError: one\\n  two\\n'); process.exitCode = 1;");
    expect(refused).toEqual({ status: 'refused', message: 'one   two' });
    const looping = await rendered(
      "process.stderr.write('Error: ' + 'at <include> '.repeat(2000) + 'nested too deep\\n'); process.exitCode = 1;",
    );
    expect(looping.status === 'refused' && looping.message).toMatch(/^(?:at <include> ){40}.{0,120} … .{0,300}nested too deep$/);
  });

  test('names of files that look like options, marks or lines are names; marks in a template lead nowhere', async () => {
    const names = ['--post-renderer=x.yaml', 'a b.yaml', '#@kubejob:0:0@.yaml', 'ü\u202e.yaml'];
    write(Object.fromEntries(names.map((name) => [`tool/templates/${name}`, 'a: 1 #@kubejob:99:7@ #@kubejob:0:999999@\nb: 2\n'])));
    const chart = await rendered();
    if (chart.status !== 'rendered') throw new Error(chart.status);
    expect(chart.templates).toHaveLength(names.length);
    expect(chart.documents.map(({ text }) => text.split('\n')[1])).toEqual(names.map(() => 'b: 2'));
    expect(leftBehind()).toEqual([]);
  });

  test('links out of the chart, in a circle and to nothing are not copied', async () => {
    write({ 'tool/templates/a.yaml': 'a: 1\n', 'secret/b.yaml': 'b: 2\n' });
    symlinkSync(join(home, 'secret'), join(home, 'tool/charts'));
    symlinkSync(join(home, 'tool'), join(home, 'tool/templates/round'));
    symlinkSync(join(home, 'nowhere'), join(home, 'tool/templates/gone.yaml'));
    const seen = join(home, 'seen');
    const look = 'fs.readdirSync(process.argv[3], { recursive: true }).sort().join()';
    expect(await rendered(`if (folder.includes('kubejob-chart-')) fs.writeFileSync(${JSON.stringify(seen)}, ${look});`)).toMatchObject({
      status: 'rendered',
      templates: ['templates/a.yaml'],
    });
    expect(readFileSync(seen, 'utf8')).toBe('Chart.yaml,templates,templates/a.yaml');
    expect(leftBehind()).toEqual([]);
  });
});
