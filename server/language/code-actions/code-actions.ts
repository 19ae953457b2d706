import { type CodeAction, type CodeActionContext, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { objectFindings } from '../../application/findings/object-findings.ts';
import { causesAmong, type ObjectFinding } from '../../application/located-finding.ts';
import { isAdvice } from '../../validation/judge/judged-finding.ts';
import { diagnosticOf } from '../diagnostics.ts';
import type { Fix } from '../fixes/fix.ts';
import { ignoreHere, ignoreInFile } from '../fixes/ignore.ts';
import { fixesOf } from '../fixes/index.ts';
import { touches } from '../reading/positions.ts';
import { type BesideFixes, besideFixes } from './beside-fixes.ts';
import { fixAll, mendsSomething } from './fix-all.ts';
import { refactorings } from './refactorings.ts';
import { type SavingAsUtf8, saveAsUtf8 } from './save-as-utf-8.ts';

/** The kinds of actions that there are. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, `${CodeActionKind.SourceFixAll}.kubejob`];

/** What the editor can do with actions. */
export interface CodeActionAbilities extends BesideFixes, SavingAsUtf8 {
  /** Whether it asks for the edit of an action only when it is chosen. */
  readonly resolve: boolean;
  /** Whether it shows what would be changed, and asks, where it is told to. */
  readonly preview?: boolean;
}

/** What can be done about the findings in a range, and with what stands there. */
export function codeActions(
  analysis: Analysis,
  range: Range,
  { only }: Pick<CodeActionContext, 'only'>,
  abilities: CodeActionAbilities = { resolve: false },
): CodeAction[] {
  const wanted = (kind: string) => !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  const found = wanted(CodeActionKind.QuickFix)
    ? causesAmong(objectFindings(analysis)).filter((located) => touches(located.range, range))
    : [];
  const all = `${CodeActionKind.SourceFixAll}.kubejob`;
  return [
    ...(wanted(CodeActionKind.QuickFix) ? saveAsUtf8(analysis, range, abilities) : []),
    ...found.flatMap((located) => fixesOf(analysis, located).map((fix) => quickFix(analysis, located, fix))),
    ...found.flatMap((located) => [...ignores(analysis, located), ...besideFixes(analysis, located, abilities)]),
    ...(wanted(CodeActionKind.RefactorRewrite)
      ? refactorings(analysis, range).map(({ title, edits }) => action(analysis, title, CodeActionKind.RefactorRewrite, edits))
      : []),
    ...(only && wanted(all) ? everything(analysis, all) : []),
    // Costly to work out: the editor asks again for its edit when it is chosen.
    ...(abilities.resolve && found.some(({ finding }) => finding.severity !== 'info') && mendsSomething(analysis)
      ? [{ title: analysis.texts('fix-all'), kind: CodeActionKind.QuickFix, data: { uri: analysis.text.uri } }]
      : []),
  ];
}

/** Changes in more places than this are shown before they are made. */
const mostUnseen = 3;

/**
 * The edit of an action that was offered without one. An editor shows an edit that has a part which is to be confirmed, and leaves that
 * part alone until somebody ticks it: so this is one that changes nothing, and all others are ticked.
 */
export function resolveCodeAction(
  analysis: Analysis,
  offered: CodeAction,
  { preview = false }: Partial<CodeActionAbilities> = {},
): CodeAction {
  const edits = fixAll(analysis);
  const { text, texts } = analysis;
  if (!preview || edits.length <= mostUnseen) return { ...offered, edit: { changes: { [text.uri]: edits } } };
  const start = { line: 0, character: 0 };
  const nothing = { range: { start, end: start }, newText: '', annotationId: 'shown' };
  const annotated = edits.map((edit) => ({ ...edit, annotationId: 'all' }));
  return {
    ...offered,
    edit: {
      documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: [nothing, ...annotated] }],
      changeAnnotations: {
        shown: { label: texts('fix-all-shown'), needsConfirmation: true },
        all: { label: offered.title },
      },
    },
  };
}

function everything(analysis: Analysis, kind: string): CodeAction[] {
  const edits = fixAll(analysis);
  return edits.length ? [action(analysis, analysis.texts('fix-all'), kind, edits)] : [];
}

function quickFix(analysis: Analysis, located: ObjectFinding, { title, edits, preferred }: Fix): CodeAction {
  return {
    ...action(analysis, title, CodeActionKind.QuickFix, edits),
    diagnostics: [diagnosticOf(located, analysis.text)],
    ...(preferred ? { isPreferred: true } : {}),
  };
}

/** Comments that hide a finding; not for what Kubernetes refuses, and not in JSON. */
function ignores(analysis: Analysis, located: ObjectFinding): CodeAction[] {
  const { finding, object, range } = located;
  if ((finding.severity === 'error' && !isAdvice(finding)) || /^\s*[{[]/.test(object.source.document.body.text)) return [];
  const { text, texts } = analysis;
  const { code } = finding;
  const diagnostics = [diagnosticOf(located, text)];
  return [
    {
      ...action(analysis, texts('fix-ignore-here', { code }), CodeActionKind.QuickFix, [ignoreHere(text, range.start.line, code)]),
      diagnostics,
    },
    { ...action(analysis, texts('fix-ignore-in-file', { code }), CodeActionKind.QuickFix, [ignoreInFile(text, code)]), diagnostics },
  ];
}

function action({ text }: Analysis, title: string, kind: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind, edit: { changes: { [text.uri]: [...edits] } } };
}
