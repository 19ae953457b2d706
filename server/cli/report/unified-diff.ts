import { formatPatch, structuredPatch } from 'diff';
import pc from 'picocolors';
import { shownName } from '../../files/shown-name.ts';
import { linesOf } from '../../manifest/lines.ts';
import { withoutCommands } from '../../plain/workflow-commands.ts';
import { pathInProject } from './path-in-project.ts';

/** What changes in a file, as `git apply` and `patch -p1` take it; but a line that is a workflow command is no order any more. */
export function unifiedDiff(file: string, before: string, after: string, colours: boolean): string {
  const path = shownName(pathInProject(file)).replace(/^\/+/, '');
  const names = { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: undefined, newHeader: undefined };
  const hunks = piecesOf(linesOf(before), linesOf(after)).flatMap(({ was, is, at }) =>
    structuredPatch('', '', was.join(''), is.join('')).hunks.map((hunk) => ({
      ...hunk,
      oldStart: hunk.oldStart + at.was,
      newStart: hunk.newStart + at.is,
    })),
  );
  // The library begins with a line of its own.
  const patch = formatPatch({ ...names, hunks })
    .replace(/^=+\n/, '')
    .replace(/\t$/gm, '');
  const shown = withoutCommands(patch);
  return colours ? coloured(shown) : shown;
}

/** Lines of both texts that lie between the same cuts, and how many of each lie before. */
interface Piece {
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly at: { readonly was: number; readonly is: number };
}

/** So many lines are compared at once: the library takes time by the square of the changes. */
const pieceLength = 500;

/** A cut has as many lines on either side that did not change as a hunk shows. */
const shownAround = 4;

/** Where lines differ, so many further on are looked at for some that do not. */
const mostSkipped = 40;

/** Cuts texts where both agree; what is put together again is the same, wherever they are cut. */
function piecesOf(was: readonly string[], is: readonly string[]): readonly Piece[] {
  const cuts = [{ was: 0, is: 0 }];
  let [place, alike] = [{ was: 0, is: 0 }, 0];
  while (place.was < was.length && place.is < is.length) {
    const isAlike = was[place.was] === is[place.is];
    alike = isAlike ? alike + 1 : 0;
    place = isAlike ? { was: place.was + 1, is: place.is + 1 } : nextAlike(was, is, place);
    const last = cuts.at(-1)?.was ?? 0;
    if (alike >= 2 * shownAround && place.was - last > pieceLength) cuts.push({ was: place.was - shownAround, is: place.is - shownAround });
  }
  return cuts.map((at, index) => ({ at, was: was.slice(at.was, cuts[index + 1]?.was), is: is.slice(at.is, cuts[index + 1]?.is) }));
}

function nextAlike(was: readonly string[], is: readonly string[], from: Piece['at']): Piece['at'] {
  for (let skipped = 1; skipped <= mostSkipped; skipped++)
    for (let ofWas = 0; ofWas <= skipped; ofWas++) {
      const place = { was: from.was + ofWas, is: from.is + skipped - ofWas };
      if ([0, 1, 2].every((line) => was[place.was + line] === is[place.is + line])) return place;
    }
  return { was: from.was + 1, is: from.is + 1 };
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
