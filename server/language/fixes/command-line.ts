/**
 * A command line as the list that `command` or `args` is: its words, without the quotes around them. What only a shell understands is
 * given to one whole: behind `sh -c`, or as it stands where the command ends with that already.
 */
export function commandLine(text: string, field: 'command' | 'args', command: unknown): readonly string[] {
  const last: unknown = Array.isArray(command) ? command.at(-1) : undefined;
  const isScript = field === 'args' && typeof last === 'string' && /^-\w*c$/.test(last);
  const words = isScript ? undefined : wordsOf(text.trim());
  if (words) return words;
  return field === 'command' ? ['sh', '-c', text] : [text];
}

/** Undefined of what needs a shell: more than words, quotes and blanks. */
function wordsOf(text: string): readonly string[] | undefined {
  const words = [...text.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word);
  const open = text.replace(/"[^"]*"|'[^']*'|\$\([A-Za-z_]\w*\)/g, '');
  if (words.length === 0 || /["'\n|&;<>()`\\*?#]|(?<!\w)~/.test(open) || /\$(?!\()/.test(text.replace(/'[^']*'/g, ''))) return undefined;
  return words.map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double: string | undefined, single: string | undefined) => double ?? single ?? ''),
  );
}
