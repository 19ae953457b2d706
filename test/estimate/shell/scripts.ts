import fc from 'fast-check';

/** Scripts that end, unless a signal or a trap has its way: loops count, and functions call earlier ones alone. */
export const anyScript: fc.Arbitrary<string> = fc.array(fc.nat(), { minLength: 30, maxLength: 160 }).map((numbers) => {
  const writer: Writer = { numbers, at: 0, loops: 0, loopDepth: 0, functions: 0, inFunction: false };
  return statements(writer, 3, 1 + pick(writer, 5));
});

/** Writes a script after a list of numbers, one for each choice; when they are used up, what is left is short. */
interface Writer {
  readonly numbers: readonly number[];
  at: number;
  loops: number;
  loopDepth: number;
  functions: number;
  inFunction: boolean;
}

function pick(writer: Writer, most: number): number {
  const number = writer.numbers[writer.at] ?? 0;
  writer.at += 1;
  return number % most;
}

function oneOf<Item>(writer: Writer, items: readonly [Item, ...Item[]]): Item {
  return items[pick(writer, items.length)] ?? items[0];
}

const names = ['a', 'b', 'c'] as const;

function word(writer: Writer): string {
  return oneOf<() => string>(writer, [
    () => String(pick(writer, 4)),
    () => `$${oneOf(writer, names)}`,
    () => `"$${oneOf(writer, names)}"`,
    () => oneOf(writer, ['x', "'y z'", '""', '"1 2"', '$?', '$#', '$1', '"$@"', '$((1 + 1))', '{1..2}', '*.none', '-n']),
    () =>
      `\${${oneOf(writer, names)}${oneOf(writer, [':-', '-', ':+', '+', ':=', '%', '#', '%%', '##'])}${oneOf(writer, ['1', 'x', '', '$a', '?', '*'])}}`,
    () => `$((${arithmetic(writer, 2)}))`,
    () => `$(${statements(writer, -1, 1 + pick(writer, 2))})`,
    () => `\${#${oneOf(writer, names)}}`,
  ])();
}

function arithmetic(writer: Writer, depth: number): string {
  if (depth === 0 || pick(writer, 3) === 0) return oneOf(writer, ['0', '1', '2', '7', 'a', 'b', '$c', '10']);
  const operator = oneOf(writer, ['+', '-', '*', '/', '%', '<', '==', '&&', '||', '>=', '<<', '&', '^']);
  const [left, right] = [arithmetic(writer, depth - 1), arithmetic(writer, depth - 1)];
  return oneOf(writer, [
    `${left} ${operator} ${right}`,
    `(${left} ${operator} ${right})`,
    `${left} ? ${right} : 3`,
    `!${left}`,
    `(a = ${right})`,
    `-${left}`,
  ]);
}

function test(writer: Writer): string {
  const [left, right] = [word(writer), word(writer)];
  const operator = oneOf(writer, ['=', '!=', '-eq', '-lt', '-ge', '-gt', '==']);
  return oneOf(writer, [
    `[ ${left} ${operator} ${right} ]`,
    `[ ${left} ]`,
    `test -n ${left}`,
    `[ -z ${left} ]`,
    `[ ! ${left} = ${right} ]`,
    `[ ${left} = ${right} -o ${right} != 2 ]`,
    `[[ ${left} == ${right} ]]`,
    'grep x',
  ]);
}

function simple(writer: Writer, depth: number): string {
  return oneOf<() => string>(writer, [
    () => `sleep ${oneOf(writer, ['1', '2', '3', '5', '0.5', '1m', 'x', '$a', '$((b + 1))'])}`,
    () => `sleep ${1 + pick(writer, 9)}`,
    () => oneOf(writer, ['true', 'false', ':', 'grep x', 'date >/dev/null', '! true', 'false']),
    () => `${oneOf(writer, names)}=${word(writer)}`,
    () => `${oneOf(writer, names)}=$((${arithmetic(writer, 2)}))`,
    () => test(writer),
    () => `echo ${word(writer)} ${word(writer)} >/dev/null`,
    () => `${oneOf(writer, names)}=$(${oneOf(writer, ['echo', 'printf', 'seq', 'expr', 'date', 'printf %s'])} ${word(writer)})`,
    () =>
      oneOf(writer, [
        'set -e',
        'set +e',
        'set -u',
        'set -o pipefail',
        'set -f',
        'set -- 1 2 3',
        'set -- $a $b',
        'shift',
        'set --',
        'set -eu',
      ]),
    () => oneOf(writer, ['unset a', 'export a', 'export a=2 b', 'readonly d=1', 'IFS=,', 'unset b c', 'a=1 b=2 true', 'a=2 eval :']),
    () => oneOf(writer, [`exit ${pick(writer, 4)}`, 'exit', 'exit $a', 'exit $?', 'true', 'true', 'true']),
    () =>
      `trap '${oneOf(writer, ['a=1', 'sleep 1', 'exit 3', 'exit', '', 'false', 'sleep 2; exit', 'echo x', 'set +e'])}' ${oneOf(writer, ['EXIT', 'TERM', 'USR1', 'EXIT TERM'])}`,
    () =>
      oneOf(writer, [
        'trap - EXIT',
        'trap - TERM',
        'trap "" TERM',
        `kill -${oneOf(writer, ['TERM', 'USR1', 'SEGV', 'KILL', '0', 'CHLD'])} $$`,
        'true',
        'true',
      ]),
    () => oneOf(writer, ['wait', 'wait $!', 'kill $!', 'kill -9 $!', 'p=$!', 'wait $p', 'kill -0 $!']),
    () => (writer.loopDepth > 0 ? oneOf(writer, ['break', 'continue', 'break 2', 'true']) : 'true'),
    () => (writer.inFunction ? oneOf(writer, ['return', 'return 2', 'return $a', 'local a=3', 'local b']) : 'true'),
    () => (writer.functions > 0 ? `f${pick(writer, writer.functions)} ${word(writer)}` : 'true'),
    () => `eval "${oneOf(writer, ['sleep 1', 'a=4', 'exit 2', 'false', 'b=\\$a'])}"`,
    () => `sh -c '${oneOf(writer, ['sleep 2; exit 3', 'exit $a', 'kill -9 $$', 'sleep 1', 'trap "exit 4" EXIT; sleep 1'])}'`,
    // bash 5.2 writes here-documents in a substitution down anew, and then does not read them.
    () => (depth < 0 ? 'true' : `read ${oneOf(writer, names)} <<E\n${oneOf(writer, ['1', 'x y', '$a', ''])}\nE\n`),
  ])();
}

function compound(writer: Writer, depth: number): string {
  const body = (count = 2) => statements(writer, depth - 1, 1 + pick(writer, count));
  const looped = (write: () => string) => {
    writer.loopDepth += 1;
    const text = write();
    writer.loopDepth -= 1;
    return text;
  };
  return oneOf<() => string>(writer, [
    () => `if ${test(writer)}; then ${body()}; else ${body()}; fi`,
    () => `if ${statement(writer, depth - 1)}; then ${body()}; elif ${test(writer)}; then ${body()}; fi`,
    () => looped(() => `for ${oneOf(writer, names)} in ${word(writer)} ${word(writer)}; do ${body()}; done`),
    () => {
      const counter = `n${writer.loops}`;
      writer.loops += 1;
      const [sign, keyword] = oneOf(writer, [['-lt', 'while'] as const, ['-ge', 'until'] as const]);
      return looped(
        () => `${counter}=0; ${keyword} [ $${counter} ${sign} ${1 + pick(writer, 3)} ]; do ${counter}=$((${counter} + 1)); ${body()}; done`,
      );
    },
    () => `case ${word(writer)} in ${oneOf(writer, ['1', 'x', '"$a"', '[0-9]', '?*', "''", '1|2'])}) ${body()};; *) ${body()};; esac`,
    () => `{ ${body()}; }`,
    () => `(${body()})`,
    () => `! ${statement(writer, depth - 1)}`,
    () => `${statement(writer, depth - 1)} | ${statement(writer, depth - 1)}`,
    () =>
      `${oneOf(writer, ['echo 1 2', 'echo $a', 'seq 2', 'printf "1\\n2\\n"'])} | while read ${oneOf(writer, names)}; do ${body()}; done`,
    () => `${statement(writer, depth - 1)} && ${statement(writer, depth - 1)}`,
    () => `${statement(writer, depth - 1)} || ${statement(writer, depth - 1)}`,
    () => {
      const [around, loopDepth] = [writer.inFunction, writer.loopDepth];
      writer.inFunction = true;
      writer.loopDepth = 0;
      const text = body();
      writer.inFunction = around;
      writer.loopDepth = loopDepth;
      writer.functions += 1;
      return `f${writer.functions - 1}() { ${text}; }`;
    },
    () => `{ ${body(1)}; } &\n`,
    () => `${simple(writer, depth)} &\n`,
    () => `(${body()}) >/dev/null 2>&1`,
    () => `for i in $(seq ${pick(writer, 4)}); do ${looped(() => body(1))}; done`,
  ])();
}

function statement(writer: Writer, depth: number): string {
  // A job, or a here-document, ends its line.
  const text = depth <= 0 || pick(writer, 5) < 2 ? simple(writer, depth) : compound(writer, depth);
  return text.endsWith('\n') || text.endsWith('&') ? `{ ${text}\n}` : text;
}

function statements(writer: Writer, depth: number, count: number): string {
  return Array.from({ length: count }, () => statement(writer, depth)).join(oneOf(writer, ['; ', '\n']));
}
