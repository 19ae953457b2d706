import { expect, test } from 'vitest';
import type { ToPanel } from '../../../client/panel/host/messages.ts';
import { createPageReader } from '../../../client/simulation/page-reader.ts';

function opened() {
  const posted: ToPanel[] = [];
  const reader = createPageReader((message) => posted.push(message));
  return { posted, reader };
}

test('a page that is not up yet shows nothing, and is not asked', async () => {
  const { posted, reader } = opened();
  expect(await reader.read()).toBeUndefined();
  expect(posted).toEqual([]);
});

test('each question has the answer that bears its number', async () => {
  const { posted, reader } = opened();
  reader.ready();
  const [first, second] = [reader.read(), reader.read()];
  expect(posted).toEqual([
    { type: 'read', id: 0 },
    { type: 'read', id: 1 },
  ]);
  reader.answer(1, 'later');
  reader.answer(0, 'earlier');
  expect(await Promise.all([first, second])).toEqual(['earlier', 'later']);
});

test('a page that was loaded again has forgotten what it was asked', async () => {
  const { reader } = opened();
  reader.ready();
  const asked = reader.read();
  reader.ready();
  expect(await asked).toBeUndefined();
  expect(reader.loads).toBe(2);
});

test('a page that closes shows nothing any more', async () => {
  const { reader } = opened();
  reader.ready();
  const asked = reader.read();
  reader.close();
  expect(await asked).toBeUndefined();
  expect(await reader.read()).toBeUndefined();
});
