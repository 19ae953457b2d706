import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { kubejob, printed } from './kubejob.ts';
import { programAlongPath } from './other-editor.ts';

/** `KUBEJOB_FISH`, `KUBEJOB_ZSH`, or the shells along PATH; undefined where there are none. */
const fish = programAlongPath('fish', 'KUBEJOB_FISH');
const zsh = programAlongPath('zsh', 'KUBEJOB_ZSH');

/** What is typed, the last word half, and what a shell makes of that; with a `job.yaml` in the folder. */
const typed = [
  [['kubejob', 'va'], ['validate']],
  [['kubejob', 'validate', '--form'], ['--format']],
  [['kubejob', 'validate', '--format', 'sa'], ['sarif']],
  [['kubejob', 'completion', 'z'], ['zsh']],
  [['kubejob', 'validate', 'jo'], ['job.yaml']],
  [['kubejob', '--ver'], ['--version']],
] as const;

async function folderFor(shell: string): Promise<string> {
  const { out } = await kubejob('.', ['completion', shell]);
  return folderWith({ script: out, 'job.yaml': '' });
}
/** Descriptions stand behind a tab. */
const words = (out: string) => out.split('\n').flatMap((line) => line.split('\t')[0] || []);

describe.skipIf(fish === undefined)('fish', () => {
  test.each(typed)('completes %j', async (line, completed) => {
    const folder = await folderFor('fish');
    const out = await printed(fish ?? '', folder, '--no-config', '-c', `source script; complete -C '${line.join(' ')}'`);
    expect(words(out)).toEqual(completed);
  });
});

describe.skipIf(zsh === undefined)('zsh', () => {
  test.each(typed)('completes %j', async (line, completed) => {
    const folder = await folderFor('zsh');
    // As bashcompinit, which reads the script, calls the function.
    const call = `setopt KSH_ARRAYS SH_WORD_SPLIT; COMP_WORDS=(${line.join(' ')}); COMP_CWORD=${line.length - 1}; _kubejob`;
    const script = `compdef() { :; }; source ./script; ${call}; print -rl -- "\${COMPREPLY[@]}"`;
    const offered = words(await printed(zsh ?? '', folder, '-f', '-c', script));
    // What begins otherwise the shell leaves out later.
    expect(offered.filter((word) => word.startsWith(line.at(-1) ?? ''))).toEqual(completed);
  });
});
