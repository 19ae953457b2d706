import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FromPanel, ToPanel } from '../../../../client/panel/host/messages.ts';
import { isFromPanel, isToPanel } from '../../../../client/panel/host/read-message.ts';
import { likelihood } from '../../../../server/application/simulation/likelihood.ts';
import { simulateObject } from '../../../../server/application/simulation/simulate-object.ts';
import { analysisOf } from '../../../analysis.ts';
import { example, exampleNames, faultyNames } from '../../../examples.ts';
import { runs } from '../../../property-runs.ts';

const target = { uri: 'file:///a.yaml', document: 0, kind: 'Job', name: 'a' } as const;

const params = { uri: 'file:///manifests/job.yaml', document: 0 };

const said: readonly FromPanel[] = [
  { type: 'ready' },
  { type: 'reveal', uri: 'file:///a.yaml', line: 3, character: 0 },
  { type: 'moment' },
  { type: 'moment', t: 12.5 },
  { type: 'what-if', whatIf: { edits: [{ kind: 'run-time', seconds: 3 }], withoutScenario: false } },
  { type: 'likelihood', failureRate: 0.05 },
  { type: 'save-scenario' },
  { type: 'open-scenario' },
  { type: 'start', startAt: 1_767_225_600_000 },
  { type: 'reveal-field', path: ['spec', 'template', 'spec', 'containers', 0] },
  { type: 'open', output: 'wide', text: 'NAME' },
  { type: 'open-recording', text: '{}' },
  { type: 'copy', text: '<script>' },
  { type: 'text', id: 0, text: '' },
];
const told: readonly ToPanel[] = [
  { type: 'changed' },
  { type: 'replaced' },
  { type: 'saved' },
  { type: 'caret' },
  { type: 'caret', path: ['spec', 'completions'] },
  { type: 'moment', t: 0 },
  { type: 'edit', edit: { kind: 'room', pods: null } },
  { type: 'read', id: 4 },
  { type: 'likelihood', result: { status: 'unknown', sentence: '' } },
  { type: 'answer', answer: { status: 'waiting' }, texts: {}, language: 'ko' },
  { type: 'answer', answer: { status: 'broken', text: 'no server' }, texts: { Copy: '복사' }, language: 'ko' },
  { type: 'answer', answer: { status: 'shown', target, files: ['a.yaml'], result: { status: 'gone' } }, texts: {}, language: 'en' },
];

describe('messages between panel and extension', () => {
  test.each(said)('the page may say $type', (message) => {
    expect([isFromPanel(message), isToPanel({ ...message, more: 1 })]).toEqual([true, false]);
  });
  test.each(told)('the extension may say $type', (message) => {
    expect([isToPanel(message), isFromPanel({ ...message, more: 1 })]).toEqual([true, false]);
  });

  test.each([...exampleNames, ...faultyNames])('what becomes of %s reaches the page', (name) => {
    const result = { ...simulateObject(analysisOf(example(name)), params, () => false), scenario: 'file:///a.scenario.yaml' };
    const answer = { status: 'shown', target, files: [name], result, scenario: result.scenario };
    expect(isToPanel(sent({ type: 'answer', answer, texts: {}, language: 'en' }))).toBe(true);
  });
  test('and so does how likely it is', () => {
    const result = likelihood(analysisOf(example('pi.yaml')), { ...params, failureRate: 0.1 });
    expect(isToPanel(sent({ type: 'likelihood', result }))).toBe(true);
  });

  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ready'],
    ['a list', [{ type: 'ready' }]],
    ['no type', {}],
    ['an unknown type', { type: 'run' }],
    ['a type of Object', { type: 'constructor' }],
    ['a type that is no text', { type: { toString: () => 'ready' } }],
    ['another field', { type: 'ready', html: '<b>' }],
    ['a line below 0', { type: 'reveal', uri: 'file:///a', line: -1, character: 0 }],
    ['a line of a half', { type: 'reveal', uri: 'file:///a', line: 0.5, character: 0 }],
    ['an address that is no text', { type: 'reveal', uri: { path: '/etc' }, line: 0, character: 0 }],
    ['a second that is none', { type: 'moment', t: Number.NaN }],
    ['a share above 1', { type: 'likelihood', failureRate: 2 }],
    ['a path through objects', { type: 'reveal-field', path: [{ length: 1 }] }],
    ['an output that there is not', { type: 'open', output: 'toString', text: '' }],
    ['an edit that there is not', { type: 'what-if', whatIf: { edits: [{ kind: 'launch' }] } }],
    ['edits that are no list', { type: 'what-if', whatIf: { edits: { length: 1 } } }],
    ['several texts for one', { type: 'copy', text: ['a'] }],
  ])('%s is none of ours', (_, message) => {
    expect([isFromPanel(message), isToPanel(message)]).toEqual([false, false]);
  });

  test('an answer with a run that is none, or with markup for words, is none of ours', () => {
    const answer = (result: unknown, texts: unknown = {}) => ({
      type: 'answer',
      answer: { status: 'shown', target, files: [], result },
      texts,
      language: 'en',
    });
    const result = sent(simulateObject(analysisOf(example('pi.yaml')), params, () => false));
    expect(isToPanel(answer(result))).toBe(true);
    expect(isToPanel(answer({ ...Object(result), run: 'a run' }))).toBe(false);
    expect(isToPanel(answer({ ...Object(result), outcome: { html: '' } }))).toBe(false);
    expect(isToPanel(answer(result, { Copy: { html: '' } }))).toBe(false);
  });

  test('whatever is sent is answered, and nothing but objects is taken', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        const isTaken = isFromPanel(value) || isToPanel(value);
        expect(isTaken && (typeof value !== 'object' || value === null)).toBe(false);
      }),
      runs(300),
    );
  });

  test('a message with one field of another kind is none of ours', () => {
    const changed = fc.constantFrom<ToPanel | FromPanel>(...said, ...told).filter((one) => Object.keys(one).length > 1);
    fc.assert(
      fc.property(
        changed,
        fc.constantFrom<unknown>(null, [[]], { a: 1 }, () => 1, 1n),
        (message, other) => {
          for (const field of Object.keys(message).filter((name) => name !== 'type')) {
            const broken = { ...message, [field]: other };
            expect([isFromPanel(broken), isToPanel(broken)]).toEqual([false, false]);
          }
        },
      ),
      runs(100),
    );
  });
});

/** As the other side gets it. */
function sent(message: unknown): unknown {
  return structuredClone(message);
}
