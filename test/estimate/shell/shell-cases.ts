import type { Dialect } from '../../../server/estimate/shell/state/shell.ts';

/** What a script does: seconds, and the exit code. */
type Outcome = readonly [seconds: number, exit: number];

/** In the shells named, or in all others. */
type Outcomes = Outcome | { readonly [dialect in Dialect | 'others']?: Outcome };

/** What a script does in one shell; undefined where that is not said. */
export function outcomeIn(outcomes: Outcomes, dialect: Dialect): Outcome | undefined {
  return 'length' in outcomes ? outcomes : (outcomes[dialect] ?? outcomes.others);
}

/** Scripts that a reading got wrong once, or that are worth knowing, and what the shells do with them. */
export const shellCases: readonly (readonly [script: string, outcomes: Outcomes])[] = [
  // Statuses.
  ['false; case a in a) exit $?;; esac', [0, 1]],
  ['false; case a in a) ;; esac; exit $?', [0, 0]],
  ['false; for i in 1; do exit $?; done', [0, 1]],
  ['if (exit 3); then :; else exit; fi', [0, 3]],
  ['(exit 4); eval ""; exit $?', [0, 0]],
  ['x=$(exit 3); exit $?', [0, 3]],
  ['x=$(false)$(true); exit $?', [0, 0]],
  ['(exit 3); : $(exit 4); exit $?', [0, 0]],
  ['false; exit $(true)$?', { bash: [0, 0], 'posix-bash': [0, 0], others: [0, 1] }],
  ['f() { return; }; (exit 3); f; exit $?', [0, 3]],
  ['(exit 3) & wait $!; wait $!; exit $?', { ash: [0, 3], dash: [0, 3] }],
  ['exit abc', [0, 2]],
  ['[ = 0 ]; exit $?', [0, 2]],
  ['[ "$@" = 0 -o 0 != 2 ]; exit $?', [0, 2]],
  ['[ a == a ]; exit $?', { dash: [0, 2], others: [0, 0] }],
  ['[ 1 2 = 0 -o 0 != 2 ]; exit $?', [0, 2]],
  ['[ 0 != 2 -o a = a b ]; exit $?', [0, 2]],
  ['nothing=; [ $nothing = 0 ]; exit $?', [0, 2]],
  ['n=0; while [ $n -lt 1 ]; do n=1; ! true; done; exit $?', [0, 1]],
  // set -e.
  ['set -e; false || true; (false; sleep 9); sleep 1', [0, 1]],
  ['set -e; if true; then false && true; fi; sleep 1', [1, 0]],
  ['set -e; f() { false && true; }; f; sleep 1', [0, 1]],
  ['set -e; { false && true; }; sleep 1', [1, 0]],
  ['set -e; (false && true); sleep 1', [0, 1]],
  ['set -e; f() { false; sleep 2; }; if f; then sleep 1; fi; f || sleep 9', [5, 0]],
  ['set -e; ! true; sleep 1', [1, 0]],
  ['set -e; x=$(false; sleep 1); sleep 2', { dash: [0, 1], 'posix-bash': [0, 1], others: [3, 0] }],
  ['set -e; echo $(false) >/dev/null; sleep 1', [1, 0]],
  ['set -e; export x=$(false); sleep 1', [1, 0]],
  ['set -e; trap "sleep 2" EXIT; false; sleep 1', [2, 1]],
  ['set -o pipefail; false | true', { dash: [0, 2], others: [0, 1] }],
  ['set -u; sleep 1; sleep $nothing', { ash: [1, 2], dash: [1, 2] }],
  // Words.
  ['for i in {1..3}; do sleep $i; done', { bash: [6, 0], 'posix-bash': [6, 0], others: [0, 1] }],
  ['IFS=,; x=1,,2; set -- $x; exit $#', [0, 3]],
  ['set -- "$@"; exit $#', [0, 0]],
  ['x=1; x=2 true; exit $x', [0, 1]],
  ['X=1 :; exit ${X:-0}', { bash: [0, 0], others: [0, 1] }],
  ['unset x; exit ${x-1}${x:-2}${x+3}', [0, 12]],
  ['x=7-3; exit ${x#*-}${x%-*}', [0, 37]],
  ['exit $(())', { ash: [0, 0], bash: [0, 0], 'posix-bash': [0, 0] }],
  ['exit $((1 ? 0 ? 2 : 3 : 4))', { bash: [0, 3], dash: [0, 3], 'posix-bash': [0, 3] }],
  ['exit $((1 ? 4 : 3 / 0))', { bash: [0, 4], dash: [0, 4], 'posix-bash': [0, 4] }],
  ['exit $((0 && 3 / 0))', { bash: [0, 0], dash: [0, 0], 'posix-bash': [0, 0] }],
  ['a=1; : $((1 || (a = 3))); exit $a', { bash: [0, 1], dash: [0, 1], 'posix-bash': [0, 1] }],
  ['exit $((2 > 1 ? 3 : 4))', [0, 3]],
  ['i=5; : $((i += 2)); exit $i', [0, 7]],
  ['exit $((010 + 0x10))', [0, 24]],
  ['[[ "" == $nothing ]]; exit $?', { bash: [0, 0], 'posix-bash': [0, 0] }],
  ['x="a b"; export y=$x; [ "$y" = "a b" ]', [0, 0]],
  // Parts of a shell.
  ['trap "sleep 1" EXIT; (exit 4); exit', [1, 4]],
  ['trap "sleep 1; exit 3" EXIT; exit 5', [1, 3]],
  ['trap "(exit 7); exit" EXIT; exit 3', [0, 3]],
  ['trap "sleep 9" EXIT; exec true', [0, 0]],
  ['true | { trap "sleep 1" EXIT; }', [1, 0]],
  ['true | for i in 1; do trap "sleep 1" EXIT; done', { bash: [0, 0], 'posix-bash': [0, 0], others: [1, 0] }],
  ['echo 1 2 | read a b; exit ${a:-0}', [0, 0]],
  ['(sleep 2; echo x) | while read l; do sleep 5; done', [7, 0]],
  ['sleep 1 | { sleep 3; } | sleep 2', [3, 0]],
  ['{ sleep 3 & } | sleep 1; sleep 1', [2, 0]],
  ['x=$(sleep 5 & echo 1); sleep $x', [6, 0]],
  ['x=$(sleep 5 >/dev/null & echo 1); sleep $x', [1, 0]],
  // Signals and jobs.
  ['kill -SEGV $$; sleep 1', [0, 139]],
  ['kill -9 $$', [0, 137]],
  ['trap "" TERM; kill $$; sleep 1', [1, 0]],
  ['trap "sleep 2" TERM; kill $$; exit $?', [2, 0]],
  ['trap "(exit 7); exit" USR1; kill -USR1 $$; sleep 9', { bash: [0, 7], 'posix-bash': [0, 7], others: [0, 0] }],
  ['sleep 9 & sleep 2; kill $!; wait $!; exit $?', [2, 143]],
  ['sleep 9 & kill $!; wait; exit $?', [0, 0]],
  ['sleep 4 & sleep 2 & wait $!; sleep 1; wait', [4, 0]],
  ['sleep 9 & exit 3', [0, 3]],
  ['sleep 3 & sleep 1; kill -INT $!; wait $!; exit $?', [3, 0]],
  ['p=; for i in 1 2 3; do sleep $i & p="$p $!"; done; wait $p', [3, 0]],
];
