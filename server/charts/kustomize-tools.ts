import type { BuiltDocument } from '../manifest/kustomize/built-documents.ts';
import type { WhyStopped } from './chart-tools.ts';

/** What came of building a kustomization with a tool of the user's. */
export type KustomizationBuild =
  | { readonly status: 'built'; readonly documents: readonly BuiltDocument[] }
  | { readonly status: 'no-tool' }
  | { readonly status: 'stopped'; readonly why: WhyStopped }
  /** Why the tool refused, in its own words. */
  | { readonly status: 'refused'; readonly message: string };

export interface KustomizeOptions {
  /** The programs; names are looked for along PATH. kubectl builds where it is there, unless a kustomize is named. */
  readonly kubectl: string;
  readonly kustomize: string;
  readonly signal?: AbortSignal;
}

/** What a server that may run the user's kubectl or kustomize asks of the place it runs in. Paths are whole, with `/`. */
export interface KustomizeTools {
  /** The path that a `file:` address names, its escapes undone or not; undefined of other addresses. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  build(folder: string, options: KustomizeOptions): Promise<KustomizationBuild>;
  /** The manifests of the kustomization as it was committed last; undefined where git knows none, or where it could not be built. */
  committed(folder: string, options: KustomizeOptions): Promise<string | undefined>;
  /** The commit that came last where the folder is; undefined where git does not know it. */
  commitOf(folder: string): Promise<string | undefined>;
  /** The text of a file; undefined where it cannot be read. */
  text(path: string): string | undefined;
  /** Whether there is a file or folder. */
  isThere(path: string): boolean;
}
