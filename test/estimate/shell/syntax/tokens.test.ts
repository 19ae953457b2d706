import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellTokens } from '../../../../server/estimate/shell/syntax/tokens.ts';
import { runs } from '../../../property-runs.ts';

const tokens = (script: string) => shellTokens(script).map(({ kind, start, end }) => `${kind} ${script.slice(start, end)}`);

describe('the tokens of a script', () => {
  test.each([
    ['sleep 3 # wait', ['command sleep', 'text 3', 'comment # wait']],
    ['echo a#b $# \\# x', ['command echo', 'text a#b', 'variable $#', 'escape \\#', 'text x']],
    ['A=1 B+=$X make', ['assignment A=', 'text 1', 'assignment B+=', 'variable $X', 'command make']],
    ['echo A=1', ['command echo', 'text A=1']],
    ['a\\\nb', ['command a', 'continuation \\\n', 'text b']],
    ['"a $X"b', ['quote "', 'text a ', 'variable $X', 'quote "', 'text b']],
    ['a 2>&1 >x <<<y', ['command a', 'redirection 2>&1', 'redirection >', 'text x', 'redirection <<<', 'text y']],
    ['>out make', ['redirection >', 'text out', 'command make']],
    ['f() { a; }', ['command f', 'operator ()', 'keyword {', 'command a', 'operator ;', 'keyword }']],
    ['echo }', ['command echo', 'text }']],
    ["'if' x", ["single-quoted 'if'", 'text x']],
    ['(a)', ['open-subshell (', 'command a', 'close )']],
    ['x=(1 2)', ['assignment x=', 'open-array (', 'text 1', 'text 2', 'close )']],
    [
      '$(a $((1 + (2))))',
      ['open-commands $(', 'command a', 'open-arithmetic $((', 'text 1 + ', 'text (', 'text 2', 'text )', 'close ))', 'close )'],
    ],
    ['((i++)) && a', ['open-arithmetic ((', 'text i++', 'close ))', 'operator &&', 'command a']],
    ['echo `date`', ['command echo', 'backticks `date`']],
    [
      '[[ a < b && (c) ]] || d',
      [
        ...['keyword [[', 'text a', 'operator <', 'text b', 'operator &&', 'operator (', 'text c', 'operator )', 'keyword ]]'],
        ...['operator ||', 'command d'],
      ],
    ],
    [
      'for i in do; do a; done',
      [...['keyword for', 'text i', 'keyword in', 'text do', 'operator ;', 'keyword do', 'command a', 'operator ;', 'keyword done']],
    ],
    [
      'for ((i=0;;)); do a; done',
      [
        ...[
          'keyword for',
          'open-arithmetic ((',
          'text i=0;;',
          'close ))',
          'operator ;',
          'keyword do',
          'command a',
          'operator ;',
          'keyword done',
        ],
      ],
    ],
  ])('%j', (script, expected) => expect(tokens(script)).toEqual(expected));

  test('a bracket of a pattern does not end what stands around', () => {
    const script = '$(case $x in a|b) c;; (d) e; esac) f';
    expect(tokens(script).slice(-4)).toEqual(['operator ;', 'keyword esac', 'close )', 'text f']);
    expect(shellTokens(script)[0]?.close).toBe(tokens(script).length - 2);
  });

  test('a here-document begins behind its line', () => {
    const script = "cat <<A <<-'B' | x\na $Y\nA\n\tb\n\tB\ny";
    expect(tokens(script)).toEqual([
      ...['command cat', 'here-document <<A', "here-document <<-'B'", 'operator |', 'command x', 'newline \n'],
      ...['here-text a $Y\nA\n', 'here-text \tb\n\tB\n', 'command y'],
    ]);
    expect(shellTokens(script).flatMap(({ here }) => (here ? [{ ...here, text: script.slice(here.start, here.end) }] : []))).toMatchObject([
      { text: 'a $Y\n', expands: true, stripsTabs: false },
      { text: '\tb\n', expands: false, stripsTabs: true },
    ]);
  });

  test('of a file', () => {
    const script = 'if a\r\nthen\r\n  cat <<A\r\n  A\r\nfi';
    const kinds = shellTokens(script, { inFile: true }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'keyword' || kind === 'here-text')).toEqual(['keyword', 'keyword', 'here-text', 'keyword']);
  });

  test('nothing but blanks is left out, whatever is written', () => {
    const piece = fc.constantFrom(
      ...`if;case x in;esac;"; \\;';$;{;};(;);((;));$(;$((;\${;\${X:-;<<E;E;\n;  ;#;\\;|;&;=;A=;in;for;[[;]];\`;\t;>;2>&1;<(`.split(';'),
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const script = pieces.join('');
        const all = shellTokens(script);
        let end = 0;
        for (const [place, token] of all.entries()) {
          expect(script.slice(end, token.start)).toMatch(/^[ \t]*$/);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.close ?? place + 1).toBeGreaterThan(place);
          end = token.end;
        }
        expect(script.slice(end)).toMatch(/^[ \t]*$/);
      }),
      runs(2000),
    );
  });

  test('brackets without end are read in steps as many as they are', () => {
    for (const opener of ['$(', '((', '"$(', '${x:-', '`', 'case x in ', '<<A '])
      expect(shellTokens(opener.repeat(20_000)).length).toBeGreaterThan(0);
  });
});
