import { describe, expect, test } from 'vitest';
import { commandLine } from '../../../server/language/fixes/command-line.ts';
import { containerWith, jobWith, podWith } from '../../manifests.ts';
import { actionsAt } from '../code-actions/actions.ts';

/** The manifest after the preferred fix at the caret; the same where there is none. */
function mended(marked: string): string {
  return actionsAt(marked, ['quickfix']).find(({ isPreferred }) => isPreferred)?.after ?? marked.replace('|', '');
}

describe('a command line becomes a list', () => {
  test.each([
    ['sleep 10', ['sleep', '10']],
    ['sh -c "sleep 10 && ls"', ['sh', '-c', 'sleep 10 && ls']],
    [`echo 'a b' c`, ['echo', 'a b', 'c']],
    ['run --host=$(HOST)', ['run', '--host=$(HOST)']],
    ['echo hi && sleep 5', ['sh', '-c', 'echo hi && sleep 5']],
    ['cat /x | wc -l', ['sh', '-c', 'cat /x | wc -l']],
    ['echo "$HOME"', ['sh', '-c', 'echo "$HOME"']],
    ["echo it's", ['sh', '-c', "echo it's"]],
    ['a\nb\n', ['sh', '-c', 'a\nb\n']],
  ])('%j', (text, words) => {
    expect(commandLine(text, 'command', undefined)).toEqual(words);
  });

  test('of args, which is a script where the command waits for one', () => {
    expect(commandLine('--foo bar', 'args', undefined)).toEqual(['--foo', 'bar']);
    expect(commandLine('sleep 10', 'args', ['sh', '-ec'])).toEqual(['sleep 10']);
    expect(commandLine('a | b', 'args', ['run'])).toEqual(['a | b']);
  });

  test.each([
    ['command: sh| -c "sleep 10"', 'command: ["sh", "-c", "sleep 10"]'],
    ['comm|and: |-\n  echo a\n  echo b\n', 'command:\n- sh\n- -c\n- |-\n  echo a\n  echo b\n'],
    ['command: [sh, -c]\nar|gs: >\n  echo a\n', 'command: [sh, -c]\nargs:\n- >\n  echo a\n'],
  ])('%j', (marked, after) => {
    expect(mended(containerWith(marked))).toBe(containerWith(after));
  });
});

describe('what is written in short becomes what the API has', () => {
  test.each([
    ['variables as NAME=value', 'env:\n  - A|=b c\n', 'env:\n  - {name: A, value: b c}\n'],
    ['variables as maps', 'env:\n  - |A: b\n', 'env:\n  - name: A\n    value: b\n'],
    ['ports as numbers', 'ports:\n  - 80|80\n', 'ports:\n  - {containerPort: 8080}\n'],
  ])('%s', (_, marked, after) => {
    expect(mended(containerWith(marked))).toBe(containerWith(after));
  });

  test.each([
    ['a pull secret', 'imagePullSecrets: reg|cred', 'imagePullSecrets: [{name: regcred}]'],
    ['pull secrets', 'imagePullSecrets:\n  - reg|cred', 'imagePullSecrets:\n  - {name: regcred}'],
    ['volumes by their names', 'volu|mes:\n  data:\n    emptyDir: {}\n', 'volumes:\n  - name: data\n    emptyDir: {}\n'],
    ['a policy in brackets', 'restartPolicy: [|Never]', 'restartPolicy: Never'],
  ])('%s', (_, marked, after) => {
    expect(mended(podWith(marked))).toBe(podWith(after));
  });

  test.each([
    ['minutes', 'activeDeadlineSeconds: 5|m', 'activeDeadlineSeconds: 300'],
    ['hours and minutes', 'ttlSecondsAfterFinished: 1h|30m', 'ttlSecondsAfterFinished: 5400'],
  ])('%s', (_, marked, after) => {
    expect(mended(jobWith(marked))).toBe(jobWith(after));
  });

  test('labels as a list', () => {
    expect(mended(jobWith({ metadata: 'name: a\nla|bels:\n  - app: x\n  - b: z' }))).toBe(
      jobWith({ metadata: 'name: a\nlabels:\n  app: x\n  b: z' }),
    );
  });

  test('but nothing is rounded, and nothing guessed', () => {
    expect(mended(jobWith('completions: 0|.5'))).toBe(jobWith('completions: 0.5'));
    expect(mended(jobWith({ metadata: 'name: a\nla|bels:\n  - app: x\n  - app: y' }))).not.toContain('app: y\n  spec');
  });
});

test('a name beside metadata belongs there', () => {
  const begin = 'apiVersion: batch/v1\nkind: Job\n';
  const [, rest = ''] = jobWith('').split('metadata:\n  name: hello\n');
  expect(mended(`${begin}na|me: hello\n${rest}`)).toBe(`metadata:\n  name: hello\n${begin}${rest}`);
});
