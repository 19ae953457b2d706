import type { Argument } from '../../kubernetes/finding/finding.ts';

export type MessageArguments = Readonly<Record<string, Argument>>;

/** A text with `{name}` where an argument goes, or a function where the wording depends on the arguments. */
export type Message = string | ((args: MessageArguments) => string);

/** Texts by code; one table per subject, so that the texts of a rule are easy to find. */
export type MessageTable = Readonly<Record<string, Message>>;

export function fill(message: Message, args: MessageArguments): string {
  if (typeof message === 'function') return message(args);
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : typeof value === 'object' ? value.join(', ') : String(value);
  });
}
