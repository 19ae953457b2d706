import { bracketOpen, bracketWrong, commaExtra, commaMissing } from './brackets.ts';
import { blankBehindColon, blankBehindDash, blockHeader, colonMissing, conflictMark, foreignComment, listBesideKey } from './colons.ts';
import { columnUnknown, linesTooFarRight } from './columns.ts';
import type { Fault, Recognise, Situation } from './fault.ts';
import {
  colonInText,
  escapeUnknown,
  fieldBesideKey,
  quoteInside,
  quoteInsideFlow,
  quoteOpen,
  signUnquoted,
  signUnquotedFlow,
  twoKeys,
} from './quotes.ts';

/** The surest signs first: what they find cannot be what a later one looks for. */
const inBlocks: readonly Recognise[] = [
  conflictMark,
  foreignComment,
  quoteOpen,
  blankBehindDash,
  signUnquoted,
  signUnquotedFlow,
  escapeUnknown,
  fieldBesideKey,
  twoKeys,
  quoteInside,
  quoteInsideFlow,
  blockHeader,
  colonInText,
  bracketOpen,
  bracketWrong,
  commaExtra,
  listBesideKey,
  linesTooFarRight,
  blankBehindColon,
  colonMissing,
  columnUnknown,
];

/** What somebody did who wrote what the YAML library cannot read; undefined where no fault is known by its looks. */
export function recognise(situation: Situation): Fault | undefined {
  const isFlow = /^\s*[{[]/.test(situation.text) && !situation.text.trimStart().startsWith('{{');
  if (isFlow) return signUnquotedFlow(situation) ?? commaExtra(situation) ?? commaMissing(situation);
  if (situation.line.kind === 'text') return undefined;
  return inBlocks.reduce<Fault | undefined>((found, known) => found ?? known(situation), undefined);
}
