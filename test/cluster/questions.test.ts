import { expect, test } from 'vitest';
import { type ClusterQuestion, isNamespace, kubectlArguments } from '../../server/cluster/questions.ts';

const questions: readonly (readonly [ClusterQuestion, string])[] = [
  [{ about: 'record', namespace: null }, 'get jobs,pods,events -o json'],
  [{ about: 'record', namespace: 'work' }, 'get jobs,pods,events -o json --namespace=work'],
  [{ about: 'version' }, 'version -o json'],
  [{ about: 'namespace', namespace: 'work' }, 'get namespace work -o json'],
  [{ about: 'limits', namespace: 'work', context: 'eu' }, 'get limitranges,resourcequotas --namespace=work --context=eu -o json'],
  [{ about: 'priorities' }, 'get priorityclasses -o json'],
];

test.each(questions)('kubectl is asked with verbs that read: %j', (question, command) => {
  const [verb, ...rest] = kubectlArguments(question);
  expect([verb, ...rest].join(' ')).toBe(command);
  expect(['get', 'version']).toContain(verb);
});

test.each(['work', 'a', 'team-1', '0'])('%s is the name of a namespace', (name) => expect(isNamespace(name)).toBe(true));
test.each(['', '-A', '--all', 'Work', 'a b', 'a/b', 'a.b', 'a-', `${'a'.repeat(64)}`, 'work\n'])('%j is none', (name) => {
  expect(isNamespace(name)).toBe(false);
});
