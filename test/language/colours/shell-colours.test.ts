import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shellColours } from '../../../server/language/colours/shell-colours.ts';
import { runs } from '../../property-runs.ts';
import { tokensOf } from './tokens.ts';

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

const jobWith = (container: string) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox\n${container}`;

test.each([
  [
    'a script behind sh -c',
    '          command:\n            - sh\n            - -c\n            - |\n              echo "$A"\n              sleep 3 # wait\n',
  ],
  [
    'args of a shell',
    '          command: [bash, -euo, pipefail, -c]\n          args:\n            - |-\n              echo "$A"\n              sleep 3 # wait\n',
  ],
  [
    'args before the command',
    '          args:\n            - |-\n              echo "$A"\n              sleep 3 # wait\n          command: [sh, -c]\n',
  ],
  [
    'behind a wrapper',
    '          command:\n            - tini\n            - --\n            - sh\n            - -c\n            - >\n              echo "$A"\n              sleep 3 # wait\n',
  ],
])('%s has its colours', (_, container) => {
  expect(tokensOf(jobWith(container))).toEqual([
    'echo function',
    '" string',
    '$A variable',
    '" string',
    'sleep function',
    '# wait comment',
  ]);
});

test.each([
  ['text for another program', '          command:\n            - python\n            - -c\n            - |\n              print("$A")\n'],
  ['text in quotes', '          command: [sh, -c, "echo $A"]\n'],
  ['a file for the shell', '          command:\n            - sh\n            - |\n              work.sh\n'],
  ['a variable', '          env:\n            - name: SCRIPT\n              value: |\n                echo $A\n'],
])('%s has none', (_, container) => {
  expect(tokensOf(jobWith(container))).toEqual([]);
});
