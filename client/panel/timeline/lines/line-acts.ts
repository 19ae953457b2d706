import type { Row } from '../../picture/rows.ts';
import type { Explained, Selected } from '../../state/page-state.ts';
import type { Pointed } from '../explained/explain.ts';

/** What can be done to a line. */
export interface LineActs {
  readonly point: (selected: Selected, pointed: Pointed) => void;
  /** Says something in words, whatever is chosen. */
  readonly explain: (explained: Explained) => void;
  readonly toggle: (row: Row) => void;
  /** Looks closely at its time. */
  readonly open: (row: Row) => void;
}
