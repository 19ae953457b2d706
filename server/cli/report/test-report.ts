import pc from 'picocolors';
import type { TestResult } from '../../application/expectations/run-tests.ts';
import { shownName } from '../../files/shown-name.ts';
import { counted } from '../../messages/table/counted.ts';
import type { Streams } from '../streams/streams.ts';
import { escapedJson } from './escaped-json.ts';
import { pathInProject } from './path-in-project.ts';
import { xmlText } from './xml-text.ts';

/** How results of tests can be printed. */
export const testFormats = ['text', 'json', 'junit'] as const;

export type TestFormat = (typeof testFormats)[number];

export interface TestReport {
  add(file: string, results: readonly TestResult[]): void;
  end(): void;
}

export function testReport(format: TestFormat, streams: Streams): TestReport {
  switch (format) {
    case 'text':
      return textReport(streams);
    case 'json':
      return jsonReport(streams);
    case 'junit':
      return junitReport(streams);
  }
}

function textReport({ out, colours }: Streams): TestReport {
  const paint = pc.createColors(colours);
  const counts = { passed: 0, failed: 0, 'not-run': 0 };
  const sign = { passed: paint.green('✓'), failed: paint.red('✗'), 'not-run': paint.yellow('!') };
  return {
    add(file, results) {
      out(`${paint.bold(shownName(file))}\n`);
      for (const result of results) {
        counts[result.status] += 1;
        const { status, sentence, happened, rows, range } = result;
        const place = status === 'passed' ? '' : ` ${paint.dim(`${shownName(file)}:${range.start.line + 1}:${range.start.character + 1}`)}`;
        out(`  ${sign[status]} ${[titleOf(result), shownName(sentence) || happened].filter((text) => text !== '').join(': ')}${place}\n`);
        if (status === 'failed') out(`      ${happened}\n${rows.map((row) => `      ${paint.dim('|')} ${row}\n`).join('')}`);
      }
    },
    end() {
      const { passed, failed, 'not-run': notRun } = counts;
      if (passed + failed + notRun === 0) return;
      const parts = [...(failed > 0 ? [`${failed} failed`] : []), ...(notRun > 0 ? [`${notRun} could not run`] : [])];
      const line = [`${counted(passed, 'expectation holds', 'expectations hold')}`, ...parts].join(', ');
      out(`${parts.length > 0 ? paint.red(line) : paint.green(line)}\n`);
    },
  };
}

function jsonReport({ out }: Streams): TestReport {
  const all: object[] = [];
  return {
    add(file, results) {
      for (const { test, scenario, sentence, range, status, happened, rows } of results) {
        const place = { line: range.start.line + 1, column: range.start.character + 1 };
        all.push({
          file,
          ...place,
          test,
          scenario: scenario ?? null,
          expect: sentence,
          status,
          ...(status === 'passed' ? {} : { message: happened, rows }),
        });
      }
    },
    end() {
      out(all.length > 0 ? `[\n${all.map((one) => escapedJson(one)).join(',\n')}\n]\n` : '[]\n');
    },
  };
}

function junitReport({ out }: Streams): TestReport {
  out('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kubejob test">\n');
  return {
    add(file, results) {
      const name = xmlText(pathInProject(file));
      const count = (wanted: TestResult['status']) => results.filter(({ status }) => status === wanted).length;
      const cases = results.map((result) => {
        const title = [titleOf(result), result.sentence].filter((text) => text !== '').join(': ');
        return `    <testcase classname="${name}" name="${xmlText(title || result.happened)}">${insideOf(result)}</testcase>\n`;
      });
      out(
        `  <testsuite name="${name}" tests="${results.length}" failures="${count('failed')}" errors="${count('not-run')}">\n${cases.join('')}  </testsuite>\n`,
      );
    },
    end() {
      out('</testsuites>\n');
    },
  };
}

function insideOf({ status, happened, rows }: TestResult): string {
  if (status === 'passed') return '';
  const element = status === 'failed' ? 'failure' : 'error';
  const lines = [happened, ...rows].map(xmlText).join('\n');
  return `<${element} message="${xmlText(happened)}">${lines}</${element}>`;
}

function titleOf({ test, scenario }: TestResult): string {
  return shownName(scenario === undefined ? test : `${test}, ${scenario}`);
}
