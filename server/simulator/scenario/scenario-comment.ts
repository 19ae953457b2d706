const heading = /^([ \t]*#[ \t]*)(kubejob-scenario:)([^\n]*)$/;

/** A scenario written as comments: its YAML, and where that stands. */
export interface ScenarioComment {
  /** The comment's lines with `#` and the heading blanked out, so that every offset and column stays what it was. */
  readonly text: string;
  /** Where `text` begins in the text that was searched. */
  readonly start: number;
}

/**
 * The scenario in the comment block at the head of a document: it begins with a line `# kubejob-scenario:` and ends
 * before the first line that is no comment. Blank lines, other comments, directives and `---` may stand before it;
 * undefined where something else comes first.
 */
export function scenarioComment(text: string): ScenarioComment | undefined {
  let start: number | undefined;
  const lines: string[] = [];
  for (const { line, offset } of linesOf(text)) {
    const comment = /^[ \t]*#/.test(line);
    if (start !== undefined) {
      if (!comment) break;
      lines.push(line.replace('#', ' '));
    } else if (comment) {
      const found = heading.exec(line);
      if (!found) continue;
      const [, mark = '', name = '', rest = ''] = found;
      start = offset;
      lines.push(' '.repeat(mark.length + name.length) + rest);
    } else if (!/^(\uFEFF?---)?\s*(#.*)?$|^%/.test(line)) break;
  }
  return start === undefined ? undefined : { text: lines.join('\n').replace(/\r$/, ''), start };
}

/** Lines without their `\n` but with their `\r`, so that joining them gives the text again. */
function* linesOf(text: string): Generator<{ readonly line: string; readonly offset: number }> {
  for (let offset = 0; offset <= text.length; ) {
    const end = text.indexOf('\n', offset);
    yield { line: text.slice(offset, end < 0 ? undefined : end), offset };
    if (end < 0) return;
    offset = end + 1;
  }
}
