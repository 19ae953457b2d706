import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import { shownName } from '../../files/shown-name.ts';
import { withoutCommands } from '../../plain/workflow-commands.ts';
import { pathInProject } from './path-in-project.ts';

/** What changes in a file, as `git apply` and `patch -p1` take it; but a line that is a workflow command is no order any more. */
export function unifiedDiff(file: string, before: string, after: string, colours: boolean): string {
  const path = shownName(pathInProject(file)).replace(/^\/+/, '');
  // The library begins with a line of its own.
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after).replace(/^=+\n/, '').replace(/\t$/gm, '');
  const shown = withoutCommands(patch);
  return colours ? coloured(shown) : shown;
}

function coloured(patch: string): string {
  const paint = pc.createColors(true);
  const inColour = (line: string) => {
    if (/^(?:---|\+\+\+) /.test(line)) return paint.bold(line);
    if (line.startsWith('@@')) return paint.cyan(line);
    if (line.startsWith('+')) return paint.green(line);
    return line.startsWith('-') ? paint.red(line) : line;
  };
  return patch.split('\n').map(inColour).join('\n');
}
