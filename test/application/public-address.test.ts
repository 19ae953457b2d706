import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { addressesOfPackage, projectAddress, rulePageAddress } from '../../server/application/public-address.ts';
import { adviceRules } from '../../server/validation/advice/index.ts';

test('package.json names the public address where there is one, and nothing else', () => {
  const said = Object.fromEntries(Object.entries(manifest).filter(([name]) => ['repository', 'bugs', 'homepage'].includes(name)));
  expect(said).toEqual(addressesOfPackage());
});

test('all addresses follow from one', () => {
  const address = 'https://example.com/jobs/kubejob';
  expect(addressesOfPackage(address)).toEqual({
    repository: { type: 'git', url: 'git+https://example.com/jobs/kubejob.git' },
    bugs: { url: 'https://example.com/jobs/kubejob/issues' },
    homepage: 'https://example.com/jobs/kubejob#readme',
  });
  expect(rulePageAddress('image-latest', address)).toBe('https://example.com/jobs/kubejob/blob/main/docs/rules/image-latest.md');
  for (const { code } of adviceRules) expect(existsSync(`docs/rules/${code}.md`), code).toBe(true);
  expect(rulePageAddress('unknown-field', address)).toBeUndefined();
  expect(projectAddress(address)).toBe(address);
});
