import { configurationName } from '../application/configuration/configuration-name.ts';
import { surroundingsWithConfiguration } from '../application/configuration/configured-surroundings.ts';
import {
  type Kustomization,
  kustomizationNames,
  namespaceGiven,
  noKustomization,
  readKustomization,
} from '../manifest/kustomize/kustomization.ts';
import type { NearbyFile } from '../manifest/kustomize/nearby-file.ts';
import { namespaceThrough } from '../manifest/kustomize/overlays.ts';
import { nothingAround, type Surroundings } from '../manifest/kustomize/surroundings.ts';
import { decodedAddress } from '../plain/decoded-address.ts';
import { oncePer, oncePerText } from '../plain/once-per.ts';

/** Reads the text of the first of some files that there is; undefined where there is none. */
type ReadText = (uris: readonly string[]) => Promise<string | undefined>;

/** Reads what may say something of the files of a folder from whatever place: kustomizations, and Flux's objects. */
export type ReadNearby = (folder: string) => Promise<readonly NearbyFile[]>;

/** Knows what the kustomization beside a file, and those further away, say of it. */
export interface PatchFiles {
  /** Whether one of them lists the file as a patch. */
  isPatch(uri: string): boolean;
  /** What they say of it: whether one of them fills in its placeholders, and with what. */
  around(uri: string): Surroundings;
  /** The namespace that it gives to what the file holds; undefined where it gives none, and until it is known. */
  namespaceOf(uri: string): string | undefined;
  /** The files that may say something of it, in whatever folder. */
  nearbyOf(uri: string): readonly NearbyFile[];
  /** Whether it is not known yet; `onChange` is called for the file's folder as soon as it is. */
  isAwaited(uri: string): boolean;
  /** Resolves when the kustomization beside a file was read, or takes too long. */
  know(uri: string): Promise<void>;
  /** Reads the kustomization beside a file that is opened once more; `onChange` is called where it says something else than before. */
  opened(uri: string): void;
  /** Tells that a file is closed: of a folder in which none is open nothing is kept. */
  closed(uri: string): void;
  /** Tells that a file is another one now: of a kustomization that was read this has it read again. */
  stored(uri: string): void;
}

/** Milliseconds after which a file is judged as if there were no kustomization, until there is an answer. */
const patience = 1000;
/** Of so many folders in which nothing is open is known what was asked last: a workspace that is checked has many. */
const mostClosed = 1000;
/** Of so many files of a folder is known in which namespace they end. */
const mostFiles = 1000;

interface Folder {
  /** The files in it that are open. */
  readonly open: Set<string>;
  kustomization: Kustomization;
  /** What stands further away. */
  nearby: readonly NearbyFile[];
  awaited: boolean;
  /** How many times it was read: of answers that overtake each other the latest counts. */
  turn: number;
  known: Promise<void>;
}

/**
 * `onChange` is given a function that tells whether a file is concerned, and whether the kustomization says something else than before.
 * `beginReading` begins to read what stands further away: what was read since then is good until something is stored or opened.
 */
export function createPatchFiles(
  read: ReadText,
  onChange: (concerns: (uri: string) => boolean, isOther: boolean) => void,
  wait: number = patience,
  beginReading: () => ReadNearby = () => async () => [],
): PatchFiles {
  const folders = new Map<string, Folder>();
  let readNearby = beginReading();

  function look(path: string): Promise<void> {
    const folder = folders.get(path) ?? notLookedAt();
    folders.set(path, folder);
    const turn = ++folder.turn;
    const settle = (kustomization: Kustomization, nearby: readonly NearbyFile[]) => {
      const isOther = !isSame(kustomization, folder.kustomization) || JSON.stringify(nearby) !== JSON.stringify(folder.nearby);
      if ((!isOther && !folder.awaited) || folders.get(path) !== folder) return;
      folder.kustomization = kustomization;
      folder.nearby = nearby;
      folder.awaited = false;
      onChange((uri) => placeOf(uri)?.folder === path, isOther);
    };
    folder.known = new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(folder.kustomization, folder.nearby);
        resolve();
      }, wait);
      const beside = read(kustomizationNames.map((name) => path + name)).then(
        (text) => readKustomization(text ?? ''),
        () => noKustomization,
      );
      const further = readNearby(path).catch(() => []);
      Promise.all([beside, further]).then(([kustomization, nearby]) => {
        clearTimeout(timer);
        if (turn === folder.turn) settle(kustomization, nearby);
        resolve();
      });
    });
    return folder.known;
  }

  function lookEverywhere(): void {
    readNearby = beginReading();
    for (const folder of folders.keys()) void look(folder);
  }

  function around(uri: string): Surroundings {
    const place = placeOf(uri);
    const nearby = place && folders.get(place.folder)?.nearby;
    return nearby?.length ? surroundingsWithConfiguration(decodedAddress(uri), nearby) : nothingAround;
  }

  return {
    isPatch(uri) {
      const place = placeOf(uri);
      return (place !== undefined && folders.get(place.folder)?.kustomization.patches.has(place.name) === true) || around(uri).isPatch;
    },
    around,
    namespaceOf(uri) {
      const place = placeOf(uri);
      const folder = place && folders.get(place.folder);
      if (!folder) return undefined;
      return folder.nearby.length > 0 ? namespacesIn(folder.nearby)(decodedAddress(uri)) : namespaceGiven(folder.kustomization, place.name);
    },
    nearbyOf(uri) {
      const place = placeOf(uri);
      return (place && folders.get(place.folder)?.nearby) ?? [];
    },
    isAwaited(uri) {
      const place = placeOf(uri);
      return place !== undefined && folders.get(place.folder)?.awaited === true;
    },
    async know(uri) {
      const place = placeOf(uri);
      if (place) await (folders.get(place.folder)?.known ?? look(place.folder));
      const closed = [...folders].filter(([, { open }]) => open.size === 0);
      for (const [folder] of closed.slice(0, Math.max(0, closed.length - mostClosed))) folders.delete(folder);
    },
    opened(uri) {
      const place = placeOf(uri);
      if (!place) return;
      readNearby = beginReading();
      void look(place.folder);
      folders.get(place.folder)?.open.add(uri);
    },
    closed(uri) {
      const path = placeOf(uri)?.folder ?? '';
      const folder = folders.get(path);
      if (folder?.open.delete(uri) && folder.open.size === 0) folders.delete(path);
    },
    stored(uri) {
      const place = placeOf(uri);
      // It may speak of files in any folder.
      if (place && (kustomizationNames.includes(place.name) || place.name === configurationName)) lookEverywhere();
    },
  };
}

function notLookedAt(): Folder {
  return { open: new Set(), kustomization: noKustomization, nearby: [], awaited: true, turn: 0, known: Promise.resolve() };
}

/** The namespaces that files have in the end, for as long as what stands near them stays as it is. */
const namespacesIn = oncePer(
  (nearby: readonly NearbyFile[]) => nearby,
  (nearby) => oncePerText(mostFiles, (path) => namespaceThrough(path, nearby)),
);

function isSame(one: Kustomization, other: Kustomization): boolean {
  const sameNames = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((name) => b.has(name));
  return one.namespace === other.namespace && sameNames(one.patches, other.patches) && sameNames(one.resources, other.resources);
}

/** Undefined for what stands in no folder, such as a text that was never saved. */
function placeOf(uri: string): { readonly folder: string; readonly name: string } | undefined {
  const [, folder, name] = /^([^?#]*\/)([^/?#]+)/.exec(uri) ?? [];
  return folder === undefined || name === undefined ? undefined : { folder, name: decodedAddress(name) };
}
