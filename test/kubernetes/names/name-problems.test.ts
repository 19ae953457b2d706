import { describe, expect, it } from 'vitest';
import * as names from '../../../server/kubernetes/names/name-problems.ts';

const long = (length: number) => 'a'.repeat(length);

const cases: readonly (readonly [check: names.NameCheck, good: readonly string[], faulty: Readonly<Record<string, readonly string[]>>])[] =
  [
    [
      names.dnsLabelProblems,
      ['a', 'a-1', '1', long(63)],
      {
        '': ['name-dns-label'],
        'a.b': ['name-dns-label-dots'],
        A: ['name-dns-label'],
        '-a': ['name-dns-label'],
        [long(64)]: ['name-length'],
        [`${long(64)}_`]: ['name-length', 'name-dns-label'],
        'a\n': ['name-dns-label'],
      },
    ],
    [
      names.dnsSubdomainProblems,
      ['a.b', long(253)],
      { 'a..b': ['name-dns-subdomain'], 'a.': ['name-dns-subdomain'], [long(254)]: ['name-length'] },
    ],
    [
      names.qualifiedNameProblems,
      ['a', 'A_b.c', 'example.com/A', `${long(253)}/${long(63)}`],
      {
        '': ['name-qualified-empty'],
        '/a': ['name-qualified-prefix-empty'],
        'Example.com/a': ['name-qualified-prefix'],
        'a/': ['name-qualified-empty'],
        'a/b/c': ['name-qualified'],
        a_: ['name-qualified'],
        [long(64)]: ['name-qualified-length'],
      },
    ],
    [names.annotationKeyProblems, ['Example.com/a'], { 'a b': ['name-qualified'] }],
    [names.labelValueProblems, ['', 'A.b', long(63)], { '-': ['name-label-value'], [long(64)]: ['name-length'] }],
    [
      names.portNameProblems,
      ['http', '8a'],
      { '80': ['name-port'], 'a--b': ['name-port'], '-a': ['name-port'], [long(16)]: ['name-length'] },
    ],
    [names.relaxedEnvNameProblems, ['1 a', '~'], { '': ['name-env-relaxed'], 'a=b': ['name-env-relaxed'], é: ['name-env-relaxed'] }],
    [names.envNameProblems, ['A_b.c'], { '1a': ['name-env'], '..': ['name-parent-directory'], '.': ['name-parent-directory'] }],
    [
      names.configMapKeyProblems,
      ['.a', 'A_b'],
      { '..a': ['name-parent-directory'], 'a b': ['name-config-map-key'], [long(254)]: ['name-length'] },
    ],
    [names.httpHeaderNameProblems, ['X-A'], { X_A: ['name-http-header'] }],
    [
      names.domainPrefixedPathProblems,
      ['example.com/a', 'a/b/c'],
      {
        a: ['name-domain-path'],
        '/a': ['name-domain-path'],
        'a/': ['name-domain-path'],
        'A/b c': ['name-domain-path-host', 'name-domain-path-rest'],
      },
    ],
  ];

describe.each(cases)('%o', (check, good, faulty) => {
  it.each(good)('accepts %j', (value) => {
    expect(check(value)).toEqual([]);
  });
  it.each(Object.entries(faulty))('refuses %j', (value, codes) => {
    const problems = check(value);
    expect(problems.map((problem) => problem.code)).toEqual(codes);
  });
});
