import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import {
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  type InlayHint,
  Position,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { answer, at, closeAll, eventually, kubejob, openCopy, openText, replace, set } from './editor.ts';

const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly
spec:
  schedule: "30 2 * * 1-5"
  timeZone: Asia/Seoul
  jobTemplate:
    spec:
      ttlSecondsAfterFinished: 86400
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox:1.36
              command: ["sleep", "5"]
              resources:
                limits: {memory: 64Mi}
`;

describe('Hover', () => {
  before(kubejob);
  afterEach(closeAll);

  it('says what a field means', async () => {
    const { document } = await openCopy('fixed-count.yaml');
    const text = await hoverAt(document, 'backoffLimit', 3);
    ok(/backoffLimit/.test(text) && /retr|fail/i.test(text) && text.length > 80, text);
  });

  it('says what values amount to in this manifest', async () => {
    const { document } = await openCopy('fixed-count.yaml');
    ok(
      /\b6 tries|\bsix tries|10 s|20 s/.test(await hoverAt(document, 'backoffLimit: 5', 14)),
      await hoverAt(document, 'backoffLimit: 5', 14),
    );
    const cron = await openText(cronJob);
    const schedule = await hoverAt(cron.document, '30 2', 1);
    ok(/02:30/.test(schedule) && /Seoul/.test(schedule), schedule);
    ok(/1 day/.test(await hoverAt(cron.document, '86400', 1)));
  });
});

describe('Completion', () => {
  before(kubejob);
  afterEach(closeAll);

  it('offers the fields that belong to a Job’s spec', async () => {
    const { document } = await openText('apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  comp\n');
    const labels = (await completionsAt(document, 'comp', 4, 'completions')).map(labelOf);
    ok(labels.includes('completionMode') && !labels.includes('schedule'), labels.join(', '));
  });

  it('begins an empty document with its API', async () => {
    const { document } = await openText('');
    const { items } = await eventually('the first field', async () => {
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, new Position(0, 0));
      return list.items.length > 0 ? list : undefined;
    });
    deepStrictEqual(
      items.slice(0, 2).map(({ label }) => (typeof label === 'string' ? label : label.label)),
      ['apiVersion', 'kind'],
    );
  });

  it('offers a whole Job to who types its name, and leaves the cursor where typing goes on', async () => {
    const editor = await openText('');
    await editor.edit((edit) => edit.insert(new Position(0, 0), 'Job'));
    await eventually('the Job', async () => {
      await commands.executeCommand('editor.action.triggerSuggest');
      await commands.executeCommand('acceptSelectedSuggestion');
      return /^kind: (Cron)?Job$/m.test(editor.document.getText()) || undefined;
    });
    const { active, end } = editor.selection;
    ok(active.line > 0 && end.line < editor.document.lineCount - 1, `line ${active.line} of:\n${editor.document.getText()}`);
  });
});

describe('Lens and hints', () => {
  before(kubejob);
  afterEach(closeAll);
  after(async () => {
    await set('codeLens.enabled', undefined);
    await set('inlayHints.defaults', undefined);
  });

  const lensOf = (document: TextDocument, title: RegExp) =>
    answer<CodeLens>(
      `a lens with ${title}`,
      (found) => found.some(({ command }) => command && title.test(command.title)),
      'vscode.executeCodeLensProvider',
      document.uri,
    );
  const hintsOf = async (document: TextDocument, label: RegExp) => {
    const hints = await answer<InlayHint>(
      `a hint with ${label}`,
      (found) => found.some((hint) => label.test(String(hint.label))),
      'vscode.executeInlayHintProvider',
      document.uri,
      new Range(0, 0, document.lineCount, 0),
    );
    return hints.map((hint) => `${hint.position.line}: ${String(hint.label)}`);
  };

  it('the lens says what the Job amounts to, follows edits, and simulates it', async () => {
    const { document } = await openCopy('fixed-count.yaml');
    const [lens] = await lensOf(document, /^Simulate · 5 pods, 3 at a time · about 6\d s · at most 10 pods$/);
    strictEqual(lens?.range.start.line, 0);
    strictEqual(lens.command?.command, 'kubejob.simulate');
    await replace(document, 'parallelism: 3', 'parallelism: 5');
    await lensOf(document, /^Simulate · 5 pods, 5 at a time · about 3\d s/);
    await replace(document, 'apiVersion', '# one\n\napiVersion');
    strictEqual((await lensOf(document, /5 at a time/))[0]?.range.start.line, 2);
  });

  it('the lens of a CronJob says when it runs next', async () => {
    const { document } = await openText(cronJob);
    await lensOf(document, /^Simulate · next run \S+ \d{4}-\d\d-\d\d 02:30 Asia\/Seoul · 1 pod/);
  });

  it('no lens where they are switched off, at once', async () => {
    const { document } = await openText(cronJob);
    await lensOf(document, /^Simulate/);
    await set('codeLens.enabled', false);
    await eventually('no lens', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return lenses.every(({ command }) => command?.command !== 'kubejob.simulate') || undefined;
    });
  });

  it('hints: a schedule in words, a duration, and defaults when asked for', async () => {
    const { document } = await openText(cronJob);
    deepStrictEqual(await hintsOf(document, /1 day/), ['5: At 02:30, Monday through Friday', '9: 1 day']);
    await replace(document, '30 2', '45 3');
    deepStrictEqual(await hintsOf(document, /03:45/), ['5: At 03:45, Monday through Friday', '9: 1 day']);
    await set('inlayHints.defaults', true);
    ok((await hintsOf(document, /backoffLimit: 6/)).length > 2);
  });
});

describe('Colour', () => {
  before(kubejob);
  afterEach(closeAll);

  it('of what YAML takes for plain text, in documents of ours', async () => {
    const { document } = await openText(cronJob);
    const words = await eventually('the tokens', async () => {
      const found = await tokens(document);
      return found.length > 0 ? found : undefined;
    });
    deepStrictEqual(words, [
      'number 30',
      'number 2',
      'keyword *',
      'keyword *',
      'number 1',
      'operator -',
      'number 5',
      'number 64',
      'keyword Mi',
    ]);
  });

  it('none in other YAML', async () => {
    const ours = await openText(cronJob);
    await eventually('the tokens of ours', async () => (await tokens(ours.document)).length > 0 || undefined);
    const { document } = await openText('schedule: "30 2 * * *"\nresources:\n  limits: {memory: 64Mi}\n');
    deepStrictEqual(await tokens(document), []);
  });
});

async function hoverAt(document: TextDocument, text: string, by: number): Promise<string> {
  const hovers = await answer<Hover>('the hover', () => true, 'vscode.executeHoverProvider', document.uri, at(document, text, by));
  return hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
}

/** What is offered there, once one of them is `expected`. */
function completionsAt(document: TextDocument, text: string, by: number, expected: string): Promise<CompletionItem[]> {
  return eventually(`${expected} among what is offered`, async () => {
    const place = at(document, text, by);
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, place);
    return items.some((item) => labelOf(item) === expected) ? items : undefined;
  });
}

function labelOf({ label }: CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The kind and text of each token. */
async function tokens(document: TextDocument): Promise<string[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const found = await commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
  if (!legend || !found) return [];
  let line = 0;
  let character = 0;
  const words: string[] = [];
  for (let i = 0; i < found.data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, kind = 0] = found.data.slice(i, i + 4);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    words.push(`${legend.tokenTypes[kind]} ${document.getText(new Range(line, character, line, character + length))}`);
  }
  return words;
}

function textOf(content: Hover['contents'][number]): string {
  return typeof content === 'string' ? content : content.value;
}
