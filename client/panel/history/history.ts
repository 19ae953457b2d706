import type { WhatIf, WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';

/** What somebody changed by hand, and what was undone of it, the latest last. */
export interface History extends WhatIf {
  readonly withoutScenario: boolean;
  readonly undone: readonly WhatIfEdit[];
}

export const noHistory: History = { edits: [], withoutScenario: false, undone: [] };

/** With one more edit. A control that is moved on replaces what it said just before. */
export function withEdit(history: History, edit: WhatIfEdit): History {
  const { edits } = history;
  return { ...history, edits: continues(history, edit) ? [...edits.slice(0, -1), edit] : [...edits, edit], undone: [] };
}

/** Whether the edit is of the control that was moved last. */
export function continues({ edits }: History, edit: WhatIfEdit): boolean {
  return isOfControl(edit) && edits.at(-1)?.kind === edit.kind;
}

function isOfControl({ kind }: WhatIfEdit): boolean {
  return kind !== 'pod' && kind !== 'action';
}

/** Without the last edit; the same where there is none. */
export function undo(history: History): History {
  const last = history.edits.at(-1);
  return last ? { ...history, edits: history.edits.slice(0, -1), undone: [...history.undone, last] } : history;
}

/** With what was undone last; the same where nothing was. */
export function redo(history: History): History {
  const last = history.undone.at(-1);
  return last ? { ...history, edits: [...history.edits, last], undone: history.undone.slice(0, -1) } : history;
}

/** Without one of the edits, by its place. */
export function withoutEdit(history: History, place: number): History {
  return { ...history, edits: history.edits.filter((_, at) => at !== place) };
}

/** Without any edit; undo does not bring them back, but redo does, one after another. */
export function reset(history: History): History {
  return { ...history, edits: [], undone: [...history.undone, ...history.edits.toReversed()] };
}
