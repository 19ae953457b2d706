import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isBehind } from '../../../server/simulator/run/reasons/field-behind.ts';
import type { FieldPath } from '../host/messages.ts';
import './governed.css';

/** The field that the caret is in, for all that is drawn because of some field. */
export const CaretField = createContext<FieldPath | undefined>(undefined);

/** The class, with a blank before it, of what is drawn because of the field under the caret; otherwise ''. */
export function useGoverned(fields: () => readonly FieldPath[]): string {
  const caret = useContext(CaretField);
  return caret && isBehind(caret, fields()) ? ' governed' : '';
}
