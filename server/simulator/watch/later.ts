import type { Instant } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import type { StatusChange } from '../objects/status-change.ts';
import { type Name, type Text, valueLater } from '../objects/text.ts';

/** What is said where the same happens so much later, when so many more Jobs and pods have been created. */
export function statusLater({ conditions, ...status }: StatusChange, by: Skipped): StatusChange {
  return conditions ? { ...status, conditions: conditions.map((one) => ({ ...one, message: textLater(one.message, by) })) } : status;
}

export function textLater(text: Text, by: Skipped): Text {
  return typeof text === 'string' || by.time === 0 ? text : { before: text.before, name: nameLater(text.name, by), after: text.after };
}

function nameLater(name: Name, by: Skipped): Name {
  switch (name.kind) {
    case 'job':
      return { kind: 'job', minute: valueLater('job', name.minute, by) };
    case 'pod':
    case 'full-pod':
      return { kind: name.kind, due: dueLater(name.due, by), index: name.index, ordinal: name.ordinal + by.pods };
    case 'refused-pod':
    case 'unnamed-pod':
      return { ...name, due: dueLater(name.due, by) };
    case 'time':
      return { kind: 'time', at: name.at + by.time };
  }
}

function dueLater(due: Instant | undefined, { time }: Skipped): Instant | undefined {
  return due === undefined ? undefined : due + time;
}
