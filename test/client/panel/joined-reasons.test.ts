import { describe, expect, it } from 'vitest';
import { joined, podsText } from '../../../client/panel/joined-reasons.ts';

describe('reasons of several pods', () => {
  it('are one where they say the same at the same second', () => {
    const text = 'Created.';
    expect(joined([0, 1, 2].map((pod) => ({ t: 0, pod, text }))).map(({ pods }) => podsText(pods))).toEqual(['#0–#2']);
    expect(
      joined([
        { t: 0, pod: 0, text },
        { t: 1, pod: 1, text },
      ]),
    ).toHaveLength(2);
    expect(
      joined([
        { t: 0, text: 'a' },
        { t: 0, text: 'b' },
      ]),
    ).toHaveLength(2);
  });

  it.each([
    [[], ''],
    [[3], '#3'],
    [[3, 4, 5], '#3–#5'],
    [[3, 5, 9], '#3 +2'],
  ])('of %j are told as %s', (pods, text) => {
    expect(podsText(pods)).toBe(text);
  });
});
