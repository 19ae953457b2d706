/** A stretch of a script in one colour; none spans lines. */
export interface ShellColour {
  readonly start: number;
  readonly length: number;
  readonly type: 'comment' | 'string' | 'variable' | 'operator' | 'keyword' | 'function';
}

/** Words that a command may follow at once. */
const openers = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', '!', 'time']);
const keywords = new Set([...openers, 'fi', 'done', 'case', 'esac', 'for', 'select', 'function', '}', '[[', ']]']);

const expansion = /\$(?:\{[^}\n]*\}|[A-Za-z_]\w*|[\d@*#?!$-])/y;
const operator = /(?:\d*(?:<<<|>>|[<>]&\d?|&>>?|>\||[<>])|&&|\|\||;;&?|;&|[;&|()]|\$\(\(?|`)/y;
const hereDocument = /<<-?\s*(["']?)(\w+)\1/y;
const assignment = /([A-Za-z_]\w*)\+?=/y;
const word = /(?:\\[\s\S]|[^\s;&|()<>"'`$\\])+/y;

/**
 * The colours of a shell script, however broken: nothing is understood, only told apart. Offsets count from the beginning of
 * the text.
 */
export function shellColours(script: string): readonly ShellColour[] {
  const colours: ShellColour[] = [];
  /** A command is expected, not one of its arguments. */
  let command = true;
  /** The value of a variable is being written; behind it a command is expected still. */
  let assigning = false;
  /** `for` and `case` have an `in` to come. */
  let awaitsIn = false;
  let ends: string[] = [];
  let at = 0;
  while (at < script.length) {
    const char = script.charAt(at);
    if (char === '\n') {
      at++;
      command = true;
      assigning = false;
      for (const end of ends) at = readHereDocument(end, at);
      ends = [];
    } else if (/\s/.test(char)) {
      at++;
      command ||= assigning;
      assigning = false;
    } else if (char === '#' && /^$|\s|[;&|(]/.test(script.charAt(at - 1))) at = add('comment', at, endOfLine(at));
    else if (char === "'" || char === '"') {
      at = readQuoted(char, at);
      command = false;
    } else {
      const heredoc = match(hereDocument, at);
      const sign = match(operator, at);
      if (heredoc) {
        ends.push(heredoc[2] ?? '');
        at = add('operator', at, at + heredoc[0].length);
      } else if (sign) {
        at = add('operator', at, at + sign[0].length);
        if (/[<>]/.test(sign[0])) continue;
        command = sign[0] !== ')';
        assigning = false;
      } else if (char === '$') {
        at = add('variable', at, at + (match(expansion, at)?.[0].length ?? 1));
        command = false;
      } else at = readWord(at);
    }
  }
  return colours;

  function readWord(from: number): number {
    const assigned = command ? match(assignment, from) : undefined;
    if (assigned) {
      add('variable', from, from + (assigned[1]?.length ?? 0));
      assigning = true;
      command = false;
      return from + assigned[0].length;
    }
    const text = match(word, from)?.[0] ?? script.charAt(from);
    const end = from + text.length;
    if (text === 'in' && awaitsIn) {
      awaitsIn = false;
      return add('keyword', from, end);
    }
    if (!command) return text === ']]' || text === '}' ? add('keyword', from, end) : end;
    awaitsIn ||= text === 'for' || text === 'case' || text === 'select';
    command = openers.has(text);
    return add(keywords.has(text) ? 'keyword' : 'function', from, end);
  }

  function readQuoted(quote: string, from: number): number {
    let start = from;
    let place = from + 1;
    while (place < script.length && script.charAt(place) !== quote) {
      const variable = quote === '"' ? match(expansion, place) : undefined;
      if (variable) {
        add('string', start, place);
        start = add('variable', place, place + variable[0].length);
        place = start;
      } else place += quote === '"' && script.charAt(place) === '\\' ? 2 : 1;
    }
    const end = Math.min(place + 1, script.length);
    add('string', start, end);
    return end;
  }

  function readHereDocument(end: string, from: number): number {
    let place = from;
    while (place < script.length) {
      const lineEnd = endOfLine(place);
      const line = script.slice(place, lineEnd);
      add('string', place, lineEnd);
      place = lineEnd + 1;
      if (line.trim() === end) break;
    }
    return Math.min(place, script.length);
  }

  /** Line by line, without the blanks around; answers where the stretch ends. */
  function add(type: ShellColour['type'], start: number, end: number): number {
    for (let from = start; from < end; ) {
      const lineEnd = Math.min(endOfLine(from), end);
      const line = script.slice(from, lineEnd);
      const text = line.trim();
      if (text !== '') colours.push({ start: from + line.indexOf(text), length: text.length, type });
      from = lineEnd + 1;
    }
    return end;
  }

  function endOfLine(from: number): number {
    const end = script.indexOf('\n', from);
    return end < 0 ? script.length : end;
  }

  function match(pattern: RegExp, from: number): RegExpExecArray | undefined {
    pattern.lastIndex = from;
    return pattern.exec(script) ?? undefined;
  }
}
