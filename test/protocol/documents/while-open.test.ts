import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { whileOpen } from '../../../server/protocol/documents/while-open.ts';

/** Documents that open and close, and answers that come when they are told to. */
function start() {
  const open = new Map<string, TextDocument>();
  const closing: ((event: { document: TextDocument }) => void)[] = [];
  const known = whileOpen<string>({
    get: (uri) => open.get(uri),
    onDidClose(listener) {
      closing.push(listener);
      return { dispose() {} };
    },
  });
  return {
    known,
    open: (uri: string) => void open.set(uri, TextDocument.create(uri, 'yaml', 1, '')),
    close(uri: string) {
      const document = open.get(uri);
      open.delete(uri);
      if (document) for (const listener of closing) listener({ document });
    },
    later() {
      let answer: (text: string) => void = () => {};
      const promise = new Promise<string>((resolve) => {
        answer = resolve;
      });
      return { promise, answer: (text: string) => answer(text) };
    },
  };
}

test('an answer is kept while its document is open', async () => {
  const { known, open, close } = start();
  expect(await known.keep('a', Promise.resolve('never open'))).toBe(false);
  open('a');
  expect(await known.keep('a', Promise.resolve('one'))).toBe(true);
  expect(known.of('a')).toBe('one');
  close('a');
  expect(known.of('a')).toBeUndefined();
});

test('one that comes after the document was closed is not kept, nor for the document that was opened again', async () => {
  const { known, open, close, later } = start();
  open('a');
  const first = later();
  const keeping = known.keep('a', first.promise);
  close('a');
  open('a');
  first.answer('old');
  expect([await keeping, known.of('a')]).toEqual([false, undefined]);
});

test('of answers that overtake each other the one counts that was asked for last', async () => {
  const { known, open, later } = start();
  open('a');
  const [first, second] = [later(), later()];
  const keeping = [known.keep('a', first.promise), known.keep('a', second.promise)];
  second.answer('new');
  first.answer('old');
  expect([await Promise.all(keeping), known.of('a')]).toEqual([[false, true], 'new']);
});

test('what is on its way when all is forgotten is too late', async () => {
  const { known, open, later } = start();
  open('a');
  const { promise, answer } = later();
  const keeping = known.keep('a', promise);
  known.clear();
  answer('old');
  expect([await keeping, known.of('a')]).toEqual([false, undefined]);
});
