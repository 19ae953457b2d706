import { expect, test } from 'vitest';
import { wantsColours } from '../../../server/cli/streams/wants-colours.ts';

test.each([
  ['a terminal', [], {}, true, true],
  ['a pipe', [], {}, false, false],
  ['a terminal that shows none', [], { TERM: 'dumb' }, true, false],
  ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
  ['NO_COLOR that is empty', [], { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR that is empty', [], { FORCE_COLOR: '' }, false, true],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
  ['NO_COLOR over FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['--color over NO_COLOR', ['--color'], { NO_COLOR: '1' }, false, true],
  ['--no-color over FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ['a file of that name', ['--', '--color'], {}, false, false],
])('%s', (_, args, environment, isTerminal, coloured) => {
  expect(wantsColours({ args, environment, isTerminal })).toBe(coloured);
});
