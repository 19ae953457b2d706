import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellColours } from '../../../server/language/colours/shell-colours.ts';
import { runs } from '../../property-runs.ts';

function colours(script: string): readonly string[] {
  return shellColours(script).map(({ start, length, type }) => `${script.slice(start, start + length)} ${type}`);
}

describe('the colours of a script', () => {
  it.each([
    ['echo hi # why', ['echo function', '# why comment']],
    ['echo a#b', ['echo function']],
    ['A="x y" make', ['A variable', '"x y" string', 'make function']],
    ['set -e; sleep 30', ['set function', '; operator', 'sleep function']],
    ['A=1 make >out 2>&1', ['A variable', 'make function', '> operator', '2>&1 operator']],
    [
      'if [ "$X" = y ]; then exit 3; fi',
      [
        'if keyword',
        '[ function',
        '" string',
        '$X variable',
        '" string',
        '; operator',
        'then keyword',
        'exit function',
        '; operator',
        'fi keyword',
      ],
    ],
    [
      'for f in *.csv; do load "$f" || exit; done',
      [
        ...['for keyword', 'in keyword', '; operator', 'do keyword', 'load function', '" string', '$f variable', '" string'],
        ...['|| operator', 'exit function', '; operator', 'done keyword'],
      ],
    ],
    ['echo in', ['echo function']],
    ["printf 'a\n  b'\nls", ['printf function', "'a string", "b' string", 'ls function']],
    ['x=$(date +%s)', ['x variable', '$( operator', 'date function', ') operator']],
    ['echo \u0024{HOME}/x$1', ['echo function', '\u0024{HOME} variable', '$1 variable']],
    ['cat <<EOF\n $A if\n EOF\nls', ['cat function', '<<EOF operator', '$A if string', 'EOF string', 'ls function']],
    ['a | b && c &', ['a function', '| operator', 'b function', '&& operator', 'c function', '& operator']],
    ['echo "half', ['echo function', '"half string']],
    ['', []],
  ])('%j', (script, expected) => {
    expect(colours(script)).toEqual(expected);
  });

  it('stand in lines, one behind the other, whatever is written', () => {
    const piece = fc.constantFrom(
      ...'if;then;fi;echo;"; \';$;{;};(;);<<E;E;\n;  ;#;\\;|;&;=;A=;in;for;$(;`;\u{1f600};\t;\r\n;>;2>&1'.split(';'),
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const script = pieces.join('');
        let end = 0;
        for (const { start, length } of shellColours(script)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(length).toBeGreaterThan(0);
          expect(script.slice(start, start + length)).not.toContain('\n');
          end = start + length;
        }
        expect(end).toBeLessThanOrEqual(script.length);
      }),
      runs(3000),
    );
  });
});
