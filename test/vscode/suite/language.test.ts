import { ok } from 'node:assert';
import { type CodeLens, type CompletionList, commands, type Hover, MarkdownString, type TextDocument } from 'vscode';
import { at, closeAll, eventually, kubejob, open, openText } from './editor.ts';

describe('Language features', () => {
  before(kubejob);
  afterEach(closeAll);

  it('a hover says what backoffLimit means', async () => {
    const { document } = await open('fixed-count.yaml');
    const text = await eventually('the hover', async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at(document, 'backoffLimit', 3));
      return hovers.length > 0 ? hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n') : undefined;
    });
    ok(/backoffLimit/.test(text) && /retr|fail/i.test(text) && text.length > 80, text);
  });

  it('completion offers the fields that belong to a Job’s spec', async () => {
    const { document } = await openText('apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  comp\n');
    const labels = await eventually('completion', () => labelsAt(document, 'comp', 4));
    ok(labels.includes('completions') && labels.includes('completionMode'), labels.join(', '));
  });

  it('a lens above the Job simulates it', async () => {
    const { document } = await open('fixed-count.yaml');
    const lens = await eventually('the lens', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return lenses.find(({ command }) => command?.command === 'kubejob.simulate');
    });
    ok(lens.range.start.line === 0, `line ${lens.range.start.line}`);
  });
});

async function labelsAt(document: TextDocument, text: string, by: number): Promise<string[] | undefined> {
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at(document, text, by));
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  return labels.includes('completions') ? labels : undefined;
}

function textOf(content: Hover['contents'][number]): string {
  return content instanceof MarkdownString ? content.value : typeof content === 'string' ? content : content.value;
}
