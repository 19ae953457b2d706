import { ok } from 'node:assert/strict';
import type { Analysis } from '../../server/application/analysis.ts';
import { objectSummaries } from '../../server/application/object-ranges.ts';
import { codeActions } from '../../server/language/code-actions/code-actions.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { semanticTokens } from '../../server/language/colours/semantic-tokens.ts';
import { complete } from '../../server/language/completion/complete.ts';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { foldingRanges } from '../../server/language/moving-about/folding.ts';
import { documentLinks } from '../../server/language/moving-about/links.ts';
import { definition, highlights, prepareRename, rename } from '../../server/language/moving-about/references.ts';
import { selectionRanges } from '../../server/language/moving-about/selection.ts';
import { documentSymbols } from '../../server/language/moving-about/symbols.ts';
import { apply } from '../text.ts';

const clock = { now: Date.UTC(2026, 0, 1), localOffset: () => 0 };

/** Asks everything of a text at one place; every answer's ranges must lie in the text, and every edit must apply. Throws otherwise. */
export function askEverything(analysis: Analysis, offset: number): void {
  const text = analysis.text.getText();
  const position = analysis.text.positionAt(offset);
  const here = { start: position, end: position };
  const whole = { start: { line: 0, character: 0 }, end: analysis.text.positionAt(text.length) };
  for (const { range, message: said } of diagnosticsOf(analysis)) {
    const message = typeof said === 'string' ? said : said.value;
    ok(analysis.text.offsetAt(range.end) >= analysis.text.offsetAt(range.start), `a range that ends before it begins: ${message}`);
    ok(!/[\n\r]|undefined|\[object /.test(message) || /undefined|\[object /.test(text), `a message that is none: ${message}`);
  }
  for (const { edit } of codeActions(analysis, here, {})) apply(text, edit?.changes?.[analysis.text.uri] ?? []);
  for (const { textEdit } of complete(analysis, position, { snippets: true })) if (textEdit && 'range' in textEdit) apply(text, [textEdit]);
  hover(analysis, position, clock);
  codeLenses(analysis, clock);
  inlayHints(analysis, whole);
  documentSymbols(analysis);
  foldingRanges(analysis);
  selectionRanges(analysis, [position]);
  documentLinks(analysis);
  objectSummaries(analysis);
  definition(analysis, position);
  highlights(analysis, position);
  prepareRename(analysis, position);
  rename(analysis, position, 'other');
  for (const number of semanticTokens(analysis)) ok(number >= 0, 'a token that goes back');
}
