import type { Remark } from '../../messages/en/index.ts';
import { type Fault, insertion, type Replacement } from './fault.ts';
import { replaced } from './text-map.ts';

/** Tabs that lines begin with, made spaces: as many for each as can be read, two at best. */
export function tabsAtBeginning(range: Fault['range'], text: string, isRead: (text: string) => boolean): Fault {
  const widths = [2, 4, 8, 1, 0];
  const width = widths.find((one) => isRead(replaced(text, tabsMade(one, text)))) ?? 2;
  return {
    remark: { code: 'yaml-tab-indentation', args: {} },
    range,
    mends: [{ title: { code: 'fix-tabs', args: {} }, edits: tabsMade(width, text), preferred: true }],
    certain: width > 0,
  };
}

/** Of the blanks that a line begins with, those behind its dashes included. */
function tabsMade(width: number, text: string): readonly Replacement[] {
  return [...text.matchAll(/^[ \t]*(?:-[ \t]+)*/gm)].flatMap(({ index, 0: lead }) =>
    [...lead.matchAll(/\t/g)].map((tab) => ({ start: index + tab.index, end: index + tab.index + 1, text: ' '.repeat(width) })),
  );
}

/** A sign that may not stand in YAML, such as one that a terminal left: taken out. */
export function controlCharacter(remark: Fault['remark'], range: Fault['range'], text: string): Fault {
  const edit = { start: range.start, end: range.end, text: '' };
  const character = `U+${(text.codePointAt(range.start) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    remark,
    range,
    mends: [{ title: { code: 'fix-remove-value', args: { value: character } }, edits: [edit], preferred: true }],
    certain: true,
  };
}

/** `--- {a: 1}`: what stands behind the dashes, on a line of its own. */
export function behindSeparator(remark: Fault['remark'], range: Fault['range']): Fault {
  const edits = [insertion(range.start, '\n')];
  return { remark, range, mends: [{ title: { code: 'fix-next-line', args: {} }, edits, preferred: true }], certain: true };
}

/** `———`: hyphens in the place of what only looks like them. */
export function separatorMisread(remark: Remark<'yaml-separator-misread'>, range: Fault['range']): Fault {
  const title = { code: 'fix-replace-unseen', args: remark.args } as const;
  const edit = { start: range.start, end: range.end, text: '---' };
  return { remark, range: { start: range.start, end: range.end }, mends: [{ title, edits: [edit], preferred: true }], certain: true };
}
