import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { field, fieldPathOf, item, root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from '../../kubernetes/versions.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { readDuration } from '../../simulator/scenario/scenario-duration.ts';
import { shapeFindings } from '../../simulator/scenario/scenario-shape.ts';
import { locate } from '../locate.ts';
import type { TextFault } from '../text-fault.ts';
import { type Expectation, examplesOfExpectations, expectationMeant, readExpectation } from './expectation.ts';
import { validate } from './generated/test-shape.mjs';

/** A sentence of a test, and what it expects. */
export interface ExpectedSentence {
  readonly sentence: string;
  readonly expectation: Expectation;
  /** Lines and columns count from 0. */
  readonly range: Range;
}

/** One test of a file. */
export interface SimulationTest {
  readonly name: string | undefined;
  /** The object's name; undefined: the first. */
  readonly of: string | undefined;
  /** The scenarios under which all is expected: files beside the test, or plain values; none: the manifest's own. */
  readonly scenarios: readonly (string | Readonly<Record<string, unknown>>)[];
  /** Seconds. */
  readonly until: number | undefined;
  readonly kubernetesVersion: KubernetesVersion | undefined;
  readonly expect: readonly ExpectedSentence[];
}

export type TestFile = { readonly tests: readonly SimulationTest[] } | { readonly faults: readonly TextFault[] };

/** Reads a file of tests, as `schemas/test.schema.json` describes it. */
export function readTestFile(text: string): TestFile {
  const document = TextDocument.create('', 'yaml', 0, text);
  const [first] = parseManifests(text).documents;
  if (!first)
    return {
      faults: [{ finding: missing(field(root, 'tests'), 'scenario-missing-field', { args: { name: 'tests' } }), start: 0, end: 0 }],
    };
  const { start, body } = first;
  const rangeOf = (from: number, to: number): Range => ({ start: document.positionAt(start + from), end: document.positionAt(start + to) });
  const fault = (finding: Finding): TextFault => {
    const range = locate(body, finding.at);
    return { finding, start: start + range.start, end: start + range.end };
  };
  const broken = body.problems.map(({ code, args, range }) =>
    fault(bad(undefined, 'NotYAML', code, { args, at: { path: [], part: 'value', range } })),
  );
  if (broken.length > 0) return { faults: broken };
  const shape = shapeFindings('test', validate, body.value);
  if (shape.length > 0 || !isRecord(body.value)) return { faults: shape.map(fault) };
  const faults: TextFault[] = [];
  const sentenceAt = (sentence: string, path: NodePath): readonly ExpectedSentence[] => {
    const expectation = readExpectation(sentence);
    const { start, end } = locate(body, { path, part: 'value' });
    if (expectation) return [{ sentence, expectation, range: rangeOf(start, end) }];
    const args = { sentence, meant: expectationMeant(sentence) ?? '', forms: examplesOfExpectations };
    faults.push(fault(bad(fieldPathOf(path), 'Invalid', 'test-expectation', { args })));
    return [];
  };
  const tests = list(body.value['tests']).flatMap((test, at) =>
    isRecord(test)
      ? [testOf(test, at, { sentenceAt, tell: (one) => faults.push(fault(one)), sourceOf: (path) => body.scalarSource(path)?.text })]
      : [],
  );
  return faults.length > 0 ? { faults } : { tests };
}

/** What reading one test needs of the file. */
interface Reader {
  readonly sentenceAt: (sentence: string, path: NodePath) => readonly ExpectedSentence[];
  readonly tell: (finding: Finding) => void;
  /** A scalar as it is written: 1.30 is no number here. */
  readonly sourceOf: (path: NodePath) => string | undefined;
}

function testOf(test: Readonly<Record<string, unknown>>, at: number, { sentenceAt, tell, sourceOf }: Reader): SimulationTest {
  const path = item(field(root, 'tests'), at);
  const { name, of, scenario, scenarios, until, kubernetesVersion, expect } = test;
  const seconds = until === undefined ? undefined : readDuration(until);
  if (until !== undefined && seconds === undefined)
    tell(bad(field(path, 'until'), 'Invalid', 'scenario-unreadable', { args: { name: 'until', expected: 'duration' } }));
  const version = typeof kubernetesVersion === 'number' ? sourceOf(['tests', at, 'kubernetesVersion']) : textOf(kubernetesVersion);
  const known = version !== undefined && isKubernetesVersion(version) ? version : undefined;
  if (version !== undefined && known === undefined)
    tell(
      bad(field(path, 'kubernetesVersion'), 'NotSupported', 'scenario-not-allowed', {
        args: { name: 'kubernetesVersion', values: kubernetesVersions },
      }),
    );
  const sentences =
    typeof expect === 'string'
      ? sentenceAt(expect, ['tests', at, 'expect'])
      : list(expect).flatMap((one, place) => sentenceAt(String(one), ['tests', at, 'expect', place]));
  const named = [scenario, ...list(scenarios)].filter((one) => typeof one === 'string' || isRecord(one));
  return { name: textOf(name), of: textOf(of), scenarios: named, until: seconds, kubernetesVersion: known, expect: sentences };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
