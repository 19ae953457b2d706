import type { Connection, SemanticTokens, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, resolveCodeAction } from '../language/code-actions/code-actions.ts';
import { semanticTokens } from '../language/colours/semantic-tokens.ts';
import { complete } from '../language/completion/complete.ts';
import { hover } from '../language/hover.ts';
import { inlayHints } from '../language/inlay-hints.ts';
import { foldingRanges } from '../language/moving-about/folding.ts';
import { documentLinks } from '../language/moving-about/links.ts';
import { definition, highlights, prepareRename, references, rename } from '../language/moving-about/references.ts';
import { selectionRanges } from '../language/moving-about/selection.ts';
import { userClock } from '../language/reading/user-clock.ts';
import { valueAt } from '../plain/node-path.ts';
import type { ActionAbilities } from './action-abilities.ts';
import type { Answers } from './answers.ts';
import { previewsEdits } from './capabilities.ts';
import type { Editor } from './editor.ts';
import { keepLast, whicheverSays } from './typing/keep-last.ts';
import type { OfferedEdits } from './typing/offered-edits.ts';

/** What an editor asks of a document, by the names of the Language Server Protocol. */
export function answerLanguageRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  editor: Editor,
  { about, answer }: Answers,
  offered: Pick<OfferedEdits, 'offer'>,
  { abilitiesFor }: Pick<ActionAbilities, 'abilitiesFor'>,
): void {
  const colours = keepLast(documents, semanticTokens, whicheverSays);
  connection.onHover(answer('Hover', null, (analysis, { position }) => hover(analysis, position, userClock())));
  connection.onCompletion(
    answer('Completion', [], (analysis, { position }) =>
      complete(analysis, position, { snippets: editor.can.textDocument?.completion?.completionItem?.snippetSupport ?? false }),
    ),
  );
  connection.onCodeAction(
    answer('Code actions', [], (analysis, { range, context }) =>
      offered.offer(analysis.text.uri, codeActions(analysis, range, context, abilitiesFor(analysis.text.uri))),
    ),
  );
  connection.onCodeActionResolve((action) => {
    const uri = valueAt(action.data, ['uri']);
    return typeof uri === 'string'
      ? about(uri, 'Code action', action, (analysis) => {
          const resolved = resolveCodeAction(analysis, action, { preview: previewsEdits(editor.can) });
          return offered.offer(uri, [resolved])[0] ?? action;
        })
      : action;
  });
  connection.onFoldingRanges(answer('Folding', [], foldingRanges));
  connection.onSelectionRanges(answer('Selection', [], (analysis, { positions }) => selectionRanges(analysis, positions)));
  connection.onDocumentLinks(answer('Links', [], documentLinks));
  connection.onDefinition(answer('Definition', [], (analysis, { position }) => definition(analysis, position)));
  connection.onReferences(
    answer('References', [], (analysis, { position, context }) => references(analysis, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(answer('Highlights', [], (analysis, { position }) => highlights(analysis, position)));
  connection.onPrepareRename(answer('Rename', null, (analysis, { position }) => prepareRename(analysis, position)));
  connection.onRenameRequest(answer('Rename', null, (analysis, { position, newName }) => rename(analysis, position, newName)));
  connection.languages.semanticTokens.on(answer('Colours', noTokens, (analysis) => ({ data: colours(analysis) })));
  connection.languages.inlayHint.on(answer('Inlay hints', [], (analysis, { range }) => inlayHints(analysis, range)));
}

const noTokens: SemanticTokens = { data: [] };
