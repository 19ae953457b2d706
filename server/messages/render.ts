import { english } from './en/index.ts';
import { fill, type MessageArguments } from './messages.ts';

/** The text for a code. A code without a text is a defect that a test finds; the user then sees the code itself. */
export function render(code: string, args: MessageArguments): string {
  const message = english[code];
  return message === undefined ? code : fill(message, args);
}
