import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Analysis } from './analysis.ts';
import { diagnosticOf, type LocatedFinding, locateFindings } from './diagnostics.ts';
import type { Fix } from './fixes/fix.ts';
import { fixesFor } from './fixes/index.ts';

/** What can be done about the findings in a range. */
export function codeActions(analysis: Analysis, range: Range, { only }: Pick<CodeActionContext, 'only'>): CodeAction[] {
  if (only && !only.some((kind) => kind === CodeActionKind.Empty || CodeActionKind.QuickFix.startsWith(kind))) return [];
  return locateFindings(analysis)
    .filter((located) => touches(located.range, range))
    .flatMap((located) => fixesOf(analysis, located).map((fix) => quickFix(analysis, located, fix)));
}

export function fixesOf({ texts }: Analysis, { object, finding }: LocatedFinding): readonly Fix[] {
  const { kind, at } = object.judged;
  return fixesFor({ source: object.source, finding, kind: kind ?? 'Job', base: at, texts });
}

function quickFix({ text }: Analysis, located: LocatedFinding, { title, edits, preferred }: Fix): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(located, text)],
    ...(preferred ? { isPreferred: true } : {}),
    edit: { changes: { [text.uri]: [...edits] } },
  };
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
