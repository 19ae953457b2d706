import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAudit } from '../build/audit.mjs';

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

test('the workflow fails at a finding alone', () => {
  const workflow = readFileSync(new URL('../.github/workflows/audit.yml', import.meta.url), 'utf8');
  expect(workflow).toContain('node build/audit.mjs');
  expect(workflow).toContain('status" = 3');
});
