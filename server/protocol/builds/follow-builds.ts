import type { Connection, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Settings } from '../../application/settings/settings.ts';
import { withBuilt } from '../../language/build-diagnostics.ts';
import { decodedAddress } from '../../plain/decoded-address.ts';
import { elsewhere, movedAlong } from '../typing/typed-line.ts';
import { atMost } from './at-most.ts';
import {
  type MayBeRenderedParams,
  type MayBeRenderedResult,
  mayBeRenderedRequest,
  type RenderedParams,
  type RenderedResult,
  renderedRequest,
} from './build-requests.ts';
import type { Build, BuildSource } from './build-source.ts';
import type { Trust } from './trust.ts';

interface Around {
  readonly trust: Pick<Trust, 'isGiven' | 'onGiven'>;
  settingsFor(uri: string): Promise<Settings>;
  publishSoon(uri: string): void;
  onFault(error: unknown): void;
}

export interface FollowedBuilds {
  /** What is to be shown of a text in which these were found. */
  withBuilt(uri: string, found: readonly Diagnostic[]): readonly Diagnostic[];
  /** Whether all overlays that a file is part of were built the last time: they say what it lacks. */
  isBuilt(uri: string): boolean;
  /** To be told of each change of a text. */
  noteChange(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void;
  /** Something else stands near these texts than before: they may belong to what is not built yet. */
  nearbyChanged(concerns: (uri: string) => boolean): void;
  /** Other settings are in force for these texts. */
  settingsChanged(uris: readonly string[]): void;
  /** What is built for a file, where anything may run. */
  unitsOf(uri: string): readonly string[];
  /** The latest builds of an open file, once those that are under way are over; none where nothing may run. */
  readyBuilds(uri: string): Promise<readonly Build[]>;
  /** The latest build; undefined before the first. */
  buildOf(unit: string): Build | undefined;
}

/** What is known of a unit of which files are open. */
interface UnitState {
  readonly source: BuildSource;
  /** The open files that it is built for. */
  readonly files: ReadonlySet<string>;
  /** What stops the run that is under way. */
  readonly running: AbortController | undefined;
  /** Resolves when that run is over. */
  readonly ready: Promise<void>;
  readonly build: Build | undefined;
}

/** How many tools run at the same time. */
const mostRuns = 2;

/**
 * Has the user's tools make manifests of open files: when one is opened and when one is saved, never while typing. A run that is under
 * way is stopped by the next of the same unit. Without sources, and in a workspace that is not trusted, nothing is run.
 */
export function followBuilds(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  sources: readonly BuildSource[],
  around: Around,
): FollowedBuilds {
  const units = new Map<string, UnitState>();
  const inTurn = atMost(mostRuns);
  const unitsOf = (uri: string) =>
    around.trust.isGiven() ? sources.flatMap((source) => source.unitsOf(uri).map((unit) => ({ source, unit }))) : [];
  const update = (unit: string, change: Partial<UnitState>) => {
    const state = units.get(unit);
    if (state) units.set(unit, { ...state, ...change });
  };

  function start(unit: string, uri: string): void {
    const state = units.get(unit);
    if (!state) return;
    state.running?.abort();
    const running = new AbortController();
    const ready = inTurn(() => run(state.source, unit, uri, running)).catch(around.onFault);
    update(unit, { running, ready });
  }

  async function run(source: BuildSource, unit: string, uri: string, running: AbortController): Promise<void> {
    const isWanted = () => !running.signal.aborted && units.has(unit);
    const settings = isWanted() ? await around.settingsFor(uri) : undefined;
    if (!settings?.validate || !isWanted()) return;
    const build = await source.build(unit, uri, settings, running.signal);
    if (!isWanted()) return;
    const concerns = [units.get(unit)?.build, build].map((one) => one?.diagnostics ?? new Map<string, unknown>());
    update(unit, { running: undefined, build });
    documents
      .keys()
      .filter((open) => concerns.some((one) => one.has(decodedAddress(open))))
      .forEach(around.publishSoon);
    source.announce(unit);
  }

  /** Builds what an open file belongs to: what has not been built yet, or all once more. */
  async function look(uri: string, again: boolean): Promise<void> {
    if (!around.trust.isGiven()) return;
    for (const source of sources) {
      await source.know?.(uri);
      if (!documents.get(uri)) return;
      for (const unit of source.unitsOf(uri)) {
        const known = units.get(unit);
        const none: UnitState = { source, files: new Set(), running: undefined, ready: Promise.resolve(), build: undefined };
        units.set(unit, { ...(known ?? none), files: new Set([...(known?.files ?? []), uri]) });
        if (!known || again) start(unit, uri);
      }
    }
  }
  const lookAt = (uri: string, again: boolean) => void look(uri, again).catch(around.onFault);

  documents.onDidOpen(({ document: { uri } }) => lookAt(uri, false));
  documents.onDidSave(({ document: { uri } }) => lookAt(uri, true));
  documents.onDidClose(({ document: { uri } }) => {
    for (const [unit, { files, running }] of units) {
      if (!files.has(uri)) continue;
      const others = new Set([...files].filter((file) => file !== uri));
      update(unit, { files: others });
      if (others.size > 0) continue;
      running?.abort();
      units.delete(unit);
    }
  });
  around.trust.onGiven(() => {
    for (const uri of documents.keys()) lookAt(uri, false);
  });
  async function readyBuilds(uri: string): Promise<readonly Build[]> {
    await look(uri, false);
    const own = unitsOf(uri).map(({ unit }) => unit);
    await Promise.all(own.map((unit) => units.get(unit)?.ready));
    return own.flatMap((unit) => units.get(unit)?.build ?? []);
  }

  connection.onRequest(renderedRequest, async ({ uri, line }: RenderedParams): Promise<RenderedResult> => {
    const builds = await readyBuilds(uri);
    const rendered = builds.flatMap((build) => build.text(uri, line) ?? [])[0] ?? null;
    return { rendered, message: builds.flatMap(({ message }) => message ?? [])[0] ?? null };
  });

  connection.onRequest(mayBeRenderedRequest, async ({ uri }: MayBeRenderedParams): Promise<MayBeRenderedResult> => {
    for (const source of around.trust.isGiven() ? sources : []) await source.know?.(uri);
    return { mayBeRendered: unitsOf(uri).length > 0 };
  });

  return {
    withBuilt(uri, found) {
      const file = decodedAddress(uri);
      const built = [...units.values()].flatMap(({ build }) => {
        const diagnostics = build?.diagnostics.get(file);
        return diagnostics ? [diagnostics] : [];
      });
      return built.reduce(withBuilt, found);
    },
    isBuilt(uri) {
      const own = [...units.values()].filter(({ files }) => files.has(uri));
      return own.length > 0 && own.every(({ build }) => build?.status === 'built');
    },
    noteChange(uri, changes) {
      for (const [unit, { build }] of changes.length > 0 ? units : []) {
        const before = build?.diagnostics.get(decodedAddress(uri));
        if (!build || !before) continue;
        const diagnostics = new Map(build.diagnostics).set(decodedAddress(uri), movedAlong(elsewhere(before, changes), changes));
        update(unit, { build: { ...build, diagnostics } });
      }
    },
    nearbyChanged(concerns) {
      for (const uri of documents.keys().filter(concerns)) lookAt(uri, false);
    },
    settingsChanged(uris) {
      for (const [unit, { files }] of units) {
        const uri = uris.find((one) => files.has(one));
        if (uri !== undefined) start(unit, uri);
      }
    },
    unitsOf: (uri) => unitsOf(uri).map(({ unit }) => unit),
    readyBuilds,
    buildOf: (unit) => units.get(unit)?.build,
  };
}
