import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { toShow } from '../../../server/protocol/typing/hold-back.ts';
import { offeredEdits } from '../../../server/protocol/typing/offered-edits.ts';
import { elsewhere, movedAlong, typedLine } from '../../../server/protocol/typing/typed-line.ts';

/** `error a 3`: an error with the code `a` on line 3. */
function diagnostic(text: string): Diagnostic {
  const [severity, code = '', first = '0', last = first] = text.split(' ');
  return {
    severity: severity === 'error' ? 1 : 2,
    code,
    message: code,
    range: { start: { line: Number(first), character: 0 }, end: { line: Number(last), character: 5 } },
  };
}

const words = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);

const change = (from: number, to: number, text: string) => ({
  range: { start: { line: from, character: 0 }, end: { line: to, character: 2 } },
  text,
});

describe('what is shown while a line is typed', () => {
  const typed = { line: 3, at: 5000 };
  const readable: readonly never[] = [];
  const unreadable = [{ first: 0, last: 9 }];

  test.each([
    ['a new error on the line waits', ['error a 3'], [], [], 6000],
    ['so does one that reaches over it', ['error a 2 4'], [], [], 6000],
    ['one that was there before does not', ['error a 3'], ['error a 3'], ['a 3'], undefined],
    ['a warning does not', ['warning a 3'], [], ['a 3'], undefined],
    ['nor does what is new elsewhere', ['error a 3', 'error b 4'], [], ['b 4'], 6000],
    ['what is no longer true goes at once', [], ['error a 3', 'error b 5'], [], undefined],
  ])('%s', (_, found, before, shown, restAt) => {
    const result = toShow(found.map(diagnostic), before.map(diagnostic), typed, readable, 5999);
    expect([words(result.diagnostics), result.restAt]).toEqual([shown, restAt]);
  });

  test('after a second, or when nothing is being typed, all is shown', () => {
    const found = [diagnostic('error a 3')];
    expect(toShow(found, [], typed, readable, 6000)).toEqual({ diagnostics: found, restAt: undefined });
    expect(toShow(found, [], undefined, readable, 0)).toEqual({ diagnostics: found, restAt: undefined });
  });

  test('in what cannot be read the last findings stay, but on the line itself and those of syntax', () => {
    const before = ['error a 3', 'error b 5', 'error yaml-quote-open 6', 'error c 12'].map(diagnostic);
    const { diagnostics } = toShow([diagnostic('error yaml-colon-missing 3'), diagnostic('warning d 1')], before, typed, unreadable, 9000);
    expect(words(diagnostics)).toEqual(['d 1', 'yaml-colon-missing 3', 'b 5']);
  });
});

describe('the line that is typed', () => {
  test.each([
    ['one letter', [change(3, 3, 'a')], 3],
    ['two changes in one line', [change(3, 3, 'a'), change(3, 3, '')], 3],
    ['changes in two lines', [change(3, 3, 'a'), change(4, 4, 'b')], undefined],
    ['the end of a line', [change(3, 3, '\n  ')], undefined],
    ['lines taken out', [change(3, 4, '')], undefined],
    ['a whole text', [{ text: 'a' }], undefined],
    ['nothing', [], undefined],
  ])('of %s', (_, changes, expected) => {
    expect(typedLine(changes)).toBe(expected);
  });

  test('what stands below a new line moves along, and what a change touches is told apart', () => {
    const shown = ['error a 1', 'error b 3', 'error c 7'].map(diagnostic);
    expect(words(movedAlong(shown, [change(3, 3, 'x\n')]))).toEqual(['a 1', 'b 3', 'c 8']);
    expect(words(movedAlong(shown, [change(1, 5, '')]))).toEqual(['a 1', 'b 1', 'c 3']);
    expect(movedAlong(shown, [{ text: '' }])).toEqual([]);
    expect(words(elsewhere(shown, [change(2, 5, '')]))).toEqual(['a 1', 'c 7']);
  });

  test('a fix that was taken is not typing', () => {
    const offered = offeredEdits();
    const { range, text } = change(3, 3, 'Never');
    offered.offer('a', [{ title: 'x', edit: { changes: { a: [{ range, newText: text }] } } }]);
    expect(offered.isOne('a', [{ range, text }])).toBe(true);
    expect(offered.isOne('a', [{ range, text: 'N' }])).toBe(false);
    expect(offered.isOne('b', [{ range, text }])).toBe(false);
    expect(offered.isOne('a', [])).toBe(false);
  });
});
