import { describe, expect, test } from 'vitest';
import { createPatchFiles } from '../../server/protocol/patch-files.ts';

const patch = 'file:///work/a%20patch.yaml';
const listing = 'patches: [{path: a patch.yaml}]';

/** Reads what is set last, and notes what was asked for and told. */
function start(read: Parameters<typeof createPatchFiles>[0], wait?: number) {
  const asked: (readonly string[])[] = [];
  const told: { patch: boolean; elsewhere: boolean; isOther: boolean }[] = [];
  const files = createPatchFiles(
    (uris) => {
      asked.push(uris);
      return read(uris);
    },
    (concerns, isOther) => told.push({ patch: concerns(patch), elsewhere: concerns('file:///work/deep/a.yaml'), isOther }),
    wait,
  );
  return { files, asked, told };
}

describe('patch files', () => {
  test('are known by the kustomization beside them, which is read once for a folder', async () => {
    const { files, asked, told } = start(async () => listing);
    await files.know(patch);
    await files.know('file:///work/other.yaml');
    expect(asked).toEqual([['file:///work/kustomization.yaml', 'file:///work/kustomization.yml', 'file:///work/Kustomization']]);
    expect(told).toEqual([{ patch: true, elsewhere: false, isOther: true }]);
    expect(['file:///work/other.yaml', patch, `${patch}?side=left`, 'file:///other/a%20patch.yaml'].map(files.isPatch)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('are awaited from the first look until there is an answer', async () => {
    let answer: (text: string | undefined) => void = () => {};
    const { files } = start(() => new Promise((resolve) => (answer = resolve)));
    expect(files.isAwaited(patch)).toBe(false);
    files.opened(patch);
    expect(files.isAwaited(patch)).toBe(true);
    answer(undefined);
    await files.know(patch);
    expect([files.isAwaited(patch), files.isPatch(patch)]).toEqual([false, false]);
  });

  test('are taken for whole while an answer takes too long', async () => {
    let answer: (text: string) => void = () => {};
    const { files, told } = start(() => new Promise((resolve) => (answer = resolve)), 1);
    await files.know(patch);
    expect([files.isAwaited(patch), files.isPatch(patch)]).toEqual([false, false]);
    answer(listing);
    await expect.poll(() => files.isPatch(patch)).toBe(true);
    expect(told.map(({ isOther }) => isOther)).toEqual([false, true]);
  });

  test('are whole where nothing can be read', async () => {
    const { files } = start(() => Promise.reject(new Error('offline')));
    await files.know(patch);
    expect(files.isPatch(patch)).toBe(false);
  });

  test('are read again with a kustomization that changes, in folders that were asked about', async () => {
    let text = listing;
    const { files, asked, told } = start(async () => text);
    files.stored('file:///work/kustomization.yaml');
    expect(asked).toEqual([]);
    await files.know(patch);
    text = 'resources: [a patch.yaml]';
    files.stored('file:///work/some.yaml');
    expect(asked).toHaveLength(1);
    files.stored('file:///work/kustomization.yml');
    await files.know(patch);
    expect(files.isPatch(patch)).toBe(false);
    files.opened(patch);
    await files.know(patch);
    expect(told.map(({ isOther }) => isOther)).toEqual([true, true]);
  });

  test('the latest of answers that overtake each other counts', async () => {
    const answers: ((text: string) => void)[] = [];
    const { files } = start(() => new Promise((resolve) => answers.push(resolve)));
    files.opened(patch);
    files.opened(patch);
    answers[1]?.('');
    await files.know(patch);
    answers[0]?.(listing);
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(files.isPatch(patch)).toBe(false);
  });

  test('of a folder nothing is kept once all of its files are closed', async () => {
    const { files, asked } = start(async () => listing);
    const other = 'file:///work/other.yaml';
    files.opened(patch);
    files.opened(other);
    await files.know(patch);
    files.closed(other);
    expect(files.isPatch(patch)).toBe(true);
    files.closed(patch);
    expect([files.isPatch(patch), files.nearbyOf(patch)]).toEqual([false, []]);
    const before = asked.length;
    files.stored('file:///work/kustomization.yaml');
    expect(asked).toHaveLength(before);
  });

  test('what comes after the last file was closed is told to nobody', async () => {
    const answers: ((text: string) => void)[] = [];
    const { files, told } = start(() => new Promise((resolve) => answers.push(resolve)));
    files.opened(patch);
    const known = files.know(patch);
    files.closed(patch);
    answers[0]?.(listing);
    await known;
    expect([told, files.isPatch(patch)]).toEqual([[], false]);
  });

  test('of thousands of folders that were checked those are known that were asked about last', async () => {
    const { files, asked } = start(async () => listing);
    const uri = (at: number) => `file:///work/${at}/a%20patch.yaml`;
    files.opened(patch);
    for (let at = 0; at < 1002; at++) await files.know(uri(at));
    expect([0, 1, 2, 1001].map((at) => files.isPatch(uri(at)))).toEqual([false, false, true, true]);
    expect([files.isPatch(patch), asked.length]).toEqual([true, 1003]);
  });

  test('what stands further away is read once until something is opened or stored', async () => {
    const begun: string[][] = [];
    const files = createPatchFiles(
      async () => listing,
      () => {},
      undefined,
      () => {
        const asked: string[] = [];
        begun.push(asked);
        return async (folder) => {
          asked.push(folder);
          return [];
        };
      },
    );
    await files.know('file:///work/a/one.yaml');
    await files.know('file:///work/b/two.yaml');
    expect(begun).toEqual([['file:///work/a/', 'file:///work/b/']]);
    files.stored('file:///work/kustomization.yaml');
    files.stored('file:///work/one.yaml');
    expect(begun.map(({ length }) => length)).toEqual([2, 2]);
    files.opened('file:///work/c/three.yaml');
    expect(begun).toHaveLength(3);
  });

  test('a text in no folder is none', async () => {
    const { files, asked } = start(async () => listing);
    await files.know('untitled:Untitled-1');
    expect([asked, files.isPatch('untitled:Untitled-1'), files.isAwaited('untitled:Untitled-1')]).toEqual([[], false, false]);
  });
});
