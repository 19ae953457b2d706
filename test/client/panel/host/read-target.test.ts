import { describe, expect, it } from 'vitest';
import { readTarget } from '../../../../client/panel/host/read-target.ts';

describe('readTarget', () => {
  it.each([
    undefined,
    null,
    3,
    {},
    { uri: 'a:b' },
    { uri: 'a:b', document: 0, kind: 'Pod', name: 'a' },
    { uri: 1, document: 0, kind: 'Job' },
  ])('takes %j for none of ours', (kept) => {
    expect(readTarget(kept)).toBeUndefined();
  });
  it('reads what the panel keeps, and nothing more', () => {
    expect(readTarget({ uri: 'a:b', document: 2, item: 1, kind: 'CronJob', name: null, more: 1 })).toEqual({
      uri: 'a:b',
      document: 2,
      item: 1,
      kind: 'CronJob',
      name: null,
    });
  });
});
