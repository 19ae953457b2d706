import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../cli/run.ts';

interface Shown {
  readonly page: string;
  readonly command: string;
  /** What the page shows of its output; `…` stands for whatever follows. */
  readonly output: string;
}

/** The commands in blocks called `console`, each with what the page shows of its output. */
function shownIn(page: string): readonly Shown[] {
  const blocks = [...readFileSync(join('docs', page), 'utf8').matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^\$ kubejob /m)
      .slice(1)
      .map((part) => ({ page, command: part.slice(0, part.indexOf('\n')), output: part.slice(part.indexOf('\n') + 1) })),
  );
}

const shown = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .flatMap(shownIn);

describe('what pages show of the command line is what it prints', () => {
  test('there are commands to try', () => {
    expect(shown.length).toBeGreaterThan(6);
  });

  test.each(shown)('$page: kubejob $command', async ({ command, output }) => {
    const { out, error } = await run(...command.split(' '));
    const [said = '', ...more] = output.split('…');
    expect(more.length).toBeLessThan(2);
    const printed = (out + error)
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n');
    if (more.length > 0) expect(printed.slice(0, said.length)).toBe(said);
    else expect(printed).toBe(said);
  });
});
