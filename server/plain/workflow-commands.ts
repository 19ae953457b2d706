/**
 * What a line of output must not hold, as continuous integration would take it for an order: `::name::` at the beginning of a line,
 * blanks aside, and `##[name]` (GitHub Actions' runner, ActionCommand.cs), `##vso[name]` (Azure Pipelines' agent, Command.cs) anywhere.
 */
const command = /^([^\S\n]*):(?=:[^\n]*::)|#(?=#(?:vso)?\[)/gim;

/** A text in which no line is a workflow command: its first sign stands as an escape. */
export function withoutCommands(text: string): string {
  return text.includes('::') || text.includes('##') ? text.replace(command, escapedSign) : text;
}

function escapedSign(_sign: string, blanks: string | undefined): string {
  return blanks === undefined ? '\\u0023' : `${blanks}\\u003a`;
}
