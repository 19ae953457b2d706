/** Which of our advice a text asks not to see. */
export interface Ignores {
  /** Whether a finding of a rule is unwanted that begins on a line, counted from 0. */
  isIgnored(code: string, line: number): boolean;
}

const comment = /(?:^|\s)#\s*kubejob-ignore(-file)?(?![\w-])[ \t:]*(.*)$/;

/** All rules, where a comment names none. */
const everything = '*';

/**
 * Reads the comments `# kubejob-ignore RULE` and `# kubejob-ignore-file RULE`, with several rules between commas or spaces if
 * wanted, and all rules if none is named. Text after a ` -- ` or a colon says why. On a line of its own the first kind holds
 * for the next line with something on it, otherwise for its own.
 */
export function readIgnores(text: string): Ignores {
  if (!text.includes('kubejob-ignore')) return { isIgnored: () => false };
  const ofFile = new Set<string>();
  const ofLine = new Map<number, Set<string>>();
  let waiting: string[] = [];
  for (const [number, line] of text.split(/\r\n|\r|\n/).entries()) {
    const found = comment.exec(line);
    const rules = found ? rulesIn(found[2] ?? '') : [];
    const alone = /^\s*(#.*)?$/.test(line);
    if (found?.[1]) for (const rule of rules) ofFile.add(rule);
    else if (found && alone) for (const rule of rules) waiting.push(rule);
    if (alone) continue;
    const here = [...waiting, ...(found && !found[1] ? rules : [])];
    if (here.length) ofLine.set(number, new Set(here));
    waiting = [];
  }
  const holds = (rules: ReadonlySet<string> | undefined, code: string) => rules?.has(code) === true || rules?.has(everything) === true;
  return { isIgnored: (code, line) => holds(ofFile, code) || holds(ofLine.get(line), code) };
}

function rulesIn(text: string): string[] {
  const [named = ''] = text.split(/\s--(?:\s|$)|:(?:\s|$)/);
  const rules = named.split(/[\s,]+/).filter((rule) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(rule));
  return rules.length ? rules : [everything];
}
