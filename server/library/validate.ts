import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../application/analysis.ts';
import { fileFindings } from '../application/findings/file-findings.ts';
import type { LocatedFinding } from '../application/located-finding.ts';
import { fixAll } from '../language/code-actions/fix-all.ts';
import { fixesOf } from '../language/fixes/index.ts';
import { isPractice } from '../validation/judge/judged-finding.ts';
import { analyse } from './analyse.ts';
import type * as api from './api.ts';
import { placeOf } from './places.ts';

export const validate: typeof api.validate = (text, options) => {
  const analysis = analyse(text, options);
  return fileFindings(analysis).map((found) => findingOf(found, analysis));
};

export const fix: typeof api.fix = (text, options) => {
  const analysis = analyse(text, options);
  return TextDocument.applyEdits(analysis.text, fixAll(analysis));
};

function findingOf(found: LocatedFinding, analysis: Analysis): api.Finding {
  const { about, finding, message, isConsequence, versions } = found;
  const { document, item, kind, name } = about;
  const { path, severity, reason, code } = finding;
  const [offered] = found.object && !isConsequence ? fixesOf(analysis, found) : [];
  return {
    document,
    ...(item === undefined ? {} : { item }),
    kind,
    name,
    ...placeOf(found.range),
    path,
    severity,
    reason,
    code,
    message,
    ...(isPractice(finding) ? { practice: true } : {}),
    ...(isConsequence ? { consequence: true } : {}),
    ...(versions ? { versions } : {}),
    ...(offered ? { fix: { title: offered.title, edits: offered.edits.map(editOf) } } : {}),
  };
}

function editOf({ range, newText }: Parameters<typeof TextDocument.applyEdits>[1][number]): api.Edit {
  return { ...placeOf(range), newText };
}
