/** What reads the output, as far as it matters to pictures of characters. */
export interface Terminal {
  /** How many characters fit into a line. */
  readonly columns: number;
  /** Lines that are seen at once. */
  readonly rows: number;
  /** Whether it shows blocks and lines; otherwise pictures are made of ASCII. */
  readonly unicode: boolean;
  /** Whether a person looks at it, and lines may be drawn over. */
  readonly isTerminal: boolean;
}

interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly stream: { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
}

/** Without a terminal a line has 80 characters, or as many as COLUMNS says. */
export function terminalOf({ environment, platform, stream }: Surroundings): Terminal {
  const { LC_ALL, LC_CTYPE, LANG, TERM, COLUMNS, WT_SESSION } = environment;
  const asked = Number(COLUMNS);
  const isDumb = TERM === 'dumb';
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  const isUtf8 = /utf-?8/i.test(locale) || (platform === 'win32' ? WT_SESSION !== undefined : platform === 'darwin' && locale === '');
  return {
    columns: stream.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : 80),
    rows: stream.rows ?? 24,
    unicode: isUtf8 && !isDumb,
    isTerminal: stream.isTTY === true && !isDumb,
  };
}
