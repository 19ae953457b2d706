import type { Severity } from '../../kubernetes/finding/finding.ts';
import type { FileFindings } from './reported-finding.ts';

/** A report that is written while files are judged, so that what was found in them is not held. */
export interface Report {
  /**
   * Of one file after the other, in the order of their names; of a long one piece after piece. `failsOn` is the least severity that
   * makes the run fail; an error where nobody says.
   */
  add(result: FileFindings, failsOn?: Severity): void;
  /** Told of good practices that are not shown: a report for people says how many. */
  leaveOut?(practices: number): void;
  end(): void;
}

/** Where a report goes. */
export type Write = (text: string) => void;

const pageSize = 64 * 1024;

/** Writes in pages, as a report is made of many short pieces. */
export function inPages(write: Write): { readonly write: Write; readonly flush: () => void } {
  let page = '';
  const flush = () => {
    const full = page;
    page = '';
    if (full !== '') write(full);
  };
  return {
    write(text) {
      page += text;
      if (page.length >= pageSize) flush();
    },
    flush,
  };
}
