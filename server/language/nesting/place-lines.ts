import { type ApiField, fieldsOf, isList, isMap, scalarShape, typeName } from '../../kubernetes/fields/api-fields.ts';
import { rootPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { recordOf } from '../fields/field-records.ts';
import type { Field, Line, Other } from './read-lines.ts';

/** A line's text and the column where it belongs. */
export interface PlacedLine {
  readonly column: number;
  readonly text: string;
}

/** An object, list or map whose lines are being placed, in the one that it belongs to. */
interface Open {
  readonly field: ApiField;
  /** Where its keys or dashes begin. */
  readonly column: number;
  /** The keys that it has already. */
  readonly present: readonly string[];
  readonly parent?: Open;
}

/** After a line: what is open, and the column of a block of text while its lines go on. */
interface Reached {
  readonly open: Open;
  readonly text?: number;
}

interface Step {
  readonly reached: Reached;
  /** Undefined of a line that goes where the next one does: a blank, or a comment outside of text. */
  readonly placed: PlacedLine | undefined;
}

/** Places each line by what its field belongs to; what belongs nowhere stays in the object of the line before. */
export function placeLines(lines: readonly Line[], kind: JobKind): readonly (PlacedLine | undefined)[] {
  let reached: Reached = { open: { field: rootPlace(kind).field, column: 0, present: [] } };
  return lines.map((line) => {
    const step = placeLine(reached, line);
    reached = step.reached;
    return step.placed;
  });
}

function placeLine(reached: Reached, line: Line): Step {
  if (line.kind === 'blank' || (line.kind === 'comment' && reached.text === undefined)) return { reached, placed: undefined };
  const owner = line.kind === 'field' ? ownerOf(reached.open, line) : undefined;
  if (reached.text !== undefined && !owner) return { reached, placed: { column: reached.text, text: line.text } };
  if (line.kind === 'field') return placeField(owner ?? reached.open, line);
  return line.kind === 'other' ? placeItem(reached.open, line) : { reached, placed: undefined };
}

/** A field of an open object, or of a new item of an open list. */
function placeField(open: Open, { dashes, content, key, value }: Field): Step {
  const isItem = dashes > 0 && isList(open.field);
  const owner: Open = isItem ? { field: open.field.items ?? {}, column: open.column + 2, present: [], parent: open } : open;
  const placed = { column: open.column, text: `${isItem ? '- ' : ''}${content}` };
  const after: Open = { ...owner, present: [...owner.present, key] };
  const inside = owner.column + 2;
  if (/^[|>]/.test(value)) return { reached: { open: after, text: inside }, placed };
  const field = childOf(owner.field, key);
  const goesOn = value === '' && field !== undefined && !scalarShape(field);
  return { reached: { open: goesOn ? { field, column: inside, present: [], parent: after } : after }, placed };
}

/** An item of the innermost open list without a field in its line; a line of nothing known stays where it is. */
function placeItem(innermost: Open, { dashes, content }: Other): Step {
  const open = outwards(innermost).find(({ field }) => isList(field)) ?? innermost;
  const inside = open.column + 2;
  const placed = { column: open.column, text: `${'- '.repeat(dashes)}${content}`.trimEnd() };
  if (/^[|>][-+\d]*$/.test(content)) return { reached: { open, text: inside }, placed };
  const goesOn = dashes > 0 && /^(#.*)?$/.test(content) && open.field.items !== undefined && !scalarShape(open.field.items);
  return { reached: { open: goesOn ? { field: open.field.items ?? {}, column: inside, present: [], parent: open } : open }, placed };
}

/** The innermost open object or list that the field can belong to; a map of free keys only when no object has such a field. */
function ownerOf(innermost: Open, line: Field): Open | undefined {
  const open = outwards(innermost);
  if (line.dashes > 0) return open.find(({ field }) => isList(field) && field.items && hasField(field.items, line));
  const free = open.filter(({ present }) => !present.includes(line.key));
  const objects = free.filter(({ field }) => hasField(field, line));
  return (
    objects.find(({ field }) => recordOf({ owner: typeName(field) ?? '', name: line.key }).usual) ??
    objects[0] ??
    free.find(({ field }) => isMap(field) && line.value !== '')
  );
}

/** What is open, from the inside outwards. */
function outwards(open: Open): readonly Open[] {
  return [open, ...(open.parent ? outwards(open.parent) : [])];
}

/** Whether an object of that type has such a field, with a value of that form. */
function hasField(type: ApiField, { key, value }: Field): boolean {
  const field = fieldsOf(type) && childOf(type, key);
  if (!field) return false;
  const isScalar = scalarShape(field) !== undefined;
  if (/^[{[]/.test(value)) return !isScalar;
  return /^[&*]/.test(value) || (value === '') !== isScalar;
}

function childOf(type: ApiField, key: string): ApiField | undefined {
  const fields = fieldsOf(type);
  if (fields) return Object.hasOwn(fields, key) ? fields[key] : undefined;
  return type.additionalProperties;
}
