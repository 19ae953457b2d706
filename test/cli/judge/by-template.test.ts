import { expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { byTemplate } from '../../../server/cli/judge/by-template.ts';
import { reported } from '../../../server/cli/report/reported-finding.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';

function shown(text: string) {
  const analysis = analysisOf(text, { advice: 'off' }, '-');
  const judged = { file: '-', objects: analysis.objects.length, findings: fileFindings(analysis).map(reported) };
  return byTemplate(judged, analysis).map(({ file, objects, findings }) => [
    file,
    objects,
    findings.map(({ about, range }) => `${about.document}:${range.start.line + 1}`),
  ]);
}

const wrong = jobWith('completiond: 3');
const line = wrong.split('\n').findIndex((one) => one.includes('completiond')) + 1;

test("findings in helm's output stand in the templates that it names, by the lines of what each of their documents became", () => {
  const printed = ['tool/templates/b.yaml', 'tool/charts/db/templates/a.yaml', 'tool/templates/b.yaml'];
  const output = printed.map((template) => `---\n# Source: ${template}\n${wrong}`).join('');
  for (const text of [output, output.replaceAll('\n', '\r\n')])
    expect(shown(text)).toEqual([
      ['tool/charts/db/templates/a.yaml', 1, [`0:${line}`]],
      ['tool/templates/b.yaml', 2, [`0:${line}`, `1:${line}`]],
    ]);
});

test('what names no template stays where it is', () => {
  expect(shown(wrong)).toEqual([['-', 1, [`0:${line}`]]]);
  expect(shown(`${wrong}---\n# Source: tool/templates/a.yaml\n${wrong}`)).toEqual([
    ['-', 1, [`0:${line}`]],
    ['tool/templates/a.yaml', 1, [`0:${line}`]],
  ]);
});
