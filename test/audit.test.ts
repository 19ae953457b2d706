import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { readAudit } from '../build/audit.mjs';
import { home, runStep, workflowIn } from './ci/workflow-steps.ts';
import { folderWith } from './folder-with.ts';

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

test('a report without faults', () => {
  expect(readAudit(report({}))).toEqual({ status: 'none' });
});

test('a report with faults', () => {
  const faulty = { yaml: { name: 'yaml', severity: 'high', range: '<2.2.2', via: [], nodes: [] } };
  expect(readAudit(report(faulty))).toEqual({ status: 'found', found: ['yaml <2.2.2: high'] });
});

test.each([
  [
    'a registry that does not take the question',
    JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '' } }),
    '405 Method Not Allowed',
  ],
  [
    'no network',
    JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'request failed, reason: getaddrinfo ENOTFOUND' } }),
    'request failed, reason: getaddrinfo ENOTFOUND',
  ],
  ['nothing', '', 'no answer that can be read'],
  ['a page in place of JSON', '<html>', 'no answer that can be read'],
])('%s is no finding, and not nothing', (_, printed, why) => {
  expect(readAudit(printed)).toEqual({ status: 'not-answered', why });
});

test.skipIf(process.platform === 'win32').each([
  ['no fault', report({}), 0, 'No known faults'],
  ['a fault', report({ yaml: { name: 'yaml', severity: 'high', range: '<2.2.2' } }), 1, 'yaml <2.2.2: high'],
  ['no answer', '', 0, '::warning::the registry did not answer'],
])('the workflow fails at a finding alone: %s', (_, printed, ended, said) => {
  const [step] = Object.values(workflowIn('.github/workflows/audit.yml').jobs).flatMap(({ steps }) => steps.filter(({ run }) => run));
  const bin = folderWith({ npm: `#!${process.execPath}\nconsole.log(${JSON.stringify(printed)})\n` });
  const { status, stdout, stderr } = runStep(step?.run ?? '', home, { PATH: `${bin}:${dirname(process.execPath)}:${process.env['PATH']}` });
  expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: ended, said: expect.stringContaining(said) });
});
