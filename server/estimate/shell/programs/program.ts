/** What a program does, as far as its command line tells. */
export interface ProgramRun {
  /** Infinity: until something stops it. */
  readonly seconds: number;
  /** Whether that is known. */
  readonly known: boolean;
  /** Undefined where only the run can tell, as for `grep`. */
  readonly status: number | undefined;
  /** What it writes; undefined where only the run can tell. */
  readonly output: string | undefined;
  /** How much of its input it reads: nothing, all of it, or as much as it needs. */
  readonly reads: 'nothing' | 'all' | 'some';
  /** It writes again and again, so that it ends when nobody reads any more. */
  readonly writesOn: boolean;
}

/** The words behind a program's name; undefined ones are there, but only the run can tell what they are. */
export type Arguments = readonly (string | undefined)[];

/** Where a program stands. */
export interface ProgramSetting {
  /** All of the input that it may read; undefined where only the run can tell. */
  readonly input: string | undefined;
  /** Whether `echo` reads backslashes, and knows no option but -n. */
  readonly echoEscapes: () => boolean;
}

/** A program that is done at once and writes nothing. */
export function atOnce(status: number | undefined): ProgramRun {
  return writing(status, '');
}

/** A program that is done at once and writes something; undefined where only the run can tell what. */
export function writing(status: number | undefined, output: string | undefined): ProgramRun {
  return { seconds: 0, known: true, status, output, reads: 'nothing', writesOn: false };
}

/** A program that says nothing of how long it runs; it is taken to succeed. */
export const unknownProgram: ProgramRun = { ...writing(0, undefined), known: false, reads: 'some' };

export const endlessProgram: ProgramRun = { ...writing(0, undefined), seconds: Number.POSITIVE_INFINITY };
