import { kustomizationNames, patchesBeside } from '../manifest/kustomization.ts';

/** Reads the text of the first of some files that there is; undefined where there is none. */
type ReadText = (uris: readonly string[]) => Promise<string | undefined>;

/** Knows which files the kustomization beside them lists as patches. */
export interface PatchFiles {
  isPatch(uri: string): boolean;
  /** Whether it is not known yet; `onChange` is called for the file's folder as soon as it is. */
  isAwaited(uri: string): boolean;
  /** Resolves when the kustomization beside a file was read, or takes too long. */
  know(uri: string): Promise<void>;
  /** Reads the kustomization beside a file once more; `onChange` is called where it lists other patches than before. */
  lookAgain(uri: string): void;
  /** Tells that a file is another one now: of a kustomization that was read this has it read again. */
  stored(uri: string): void;
}

/** Milliseconds after which a file is judged as if there were no kustomization, until there is an answer. */
const patience = 1000;

interface Folder {
  patches: ReadonlySet<string>;
  awaited: boolean;
  /** How many times it was read: of answers that overtake each other the latest counts. */
  turn: number;
  known: Promise<void>;
}

/** `onChange` is given a function that tells whether a file is concerned, and whether other files are patches than before. */
export function createPatchFiles(
  read: ReadText,
  onChange: (concerns: (uri: string) => boolean, isOther: boolean) => void,
  wait: number = patience,
): PatchFiles {
  const folders = new Map<string, Folder>();

  function look(path: string): Promise<void> {
    const folder = folders.get(path) ?? { patches: new Set<string>(), awaited: true, turn: 0, known: Promise.resolve() };
    folders.set(path, folder);
    const turn = ++folder.turn;
    const settle = (patches: ReadonlySet<string>) => {
      const isOther = patches.size !== folder.patches.size || [...patches].some((name) => !folder.patches.has(name));
      if (!isOther && !folder.awaited) return;
      folder.patches = patches;
      folder.awaited = false;
      onChange((uri) => placeOf(uri)?.folder === path, isOther);
    };
    folder.known = new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(folder.patches);
        resolve();
      }, wait);
      read(kustomizationNames.map((name) => path + name))
        .then(
          (text) => patchesBeside(text ?? ''),
          () => new Set<string>(),
        )
        .then((patches) => {
          clearTimeout(timer);
          if (turn === folder.turn) settle(patches);
          resolve();
        });
    });
    return folder.known;
  }

  return {
    isPatch(uri) {
      const place = placeOf(uri);
      return place !== undefined && folders.get(place.folder)?.patches.has(place.name) === true;
    },
    isAwaited(uri) {
      const place = placeOf(uri);
      return place !== undefined && folders.get(place.folder)?.awaited === true;
    },
    async know(uri) {
      const place = placeOf(uri);
      if (place) await (folders.get(place.folder)?.known ?? look(place.folder));
    },
    lookAgain(uri) {
      const place = placeOf(uri);
      if (place) void look(place.folder);
    },
    stored(uri) {
      const place = placeOf(uri);
      if (place && kustomizationNames.includes(place.name) && folders.has(place.folder)) void look(place.folder);
    },
  };
}

/** Undefined for what stands in no folder, such as a text that was never saved. */
function placeOf(uri: string): { readonly folder: string; readonly name: string } | undefined {
  const [, folder, name] = /^([^?#]*\/)([^/?#]+)/.exec(uri) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  try {
    return { folder, name: decodeURIComponent(name) };
  } catch {
    return { folder, name };
  }
}
