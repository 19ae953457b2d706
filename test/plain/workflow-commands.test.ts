import { describe, expect, test } from 'vitest';
import { withoutCommands } from '../../server/plain/workflow-commands.ts';

describe('workflow commands', () => {
  test.each([
    ['::error title=x::y', '\\u003a:error title=x::y'],
    ['a\n  \t::x::\nb', 'a\n  \t\\u003a:x::\nb'],
    ['a ##[group]b', 'a \\u0023#[group]b'],
    ['###vso[a.b]c##VSO[d]', '#\\u0023#vso[a.b]c\\u0023#VSO[d]'],
  ])('%j is none any more', (text, shown) => expect(withoutCommands(text)).toBe(shown));

  test.each(['a::b::c', '::1', '## Heading', '#[x]', 'a\n\n::\n::', '# ##'])('%j stays as it is', (text) =>
    expect(withoutCommands(text)).toBe(text),
  );
});
