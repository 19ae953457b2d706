import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import type { ScenarioFile } from '../application/scenario/scenario-source.ts';
import { valueAt } from '../plain/node-path.ts';
import {
  type FilesHoldingParams,
  type FilesHoldingResult,
  type FileText,
  filesHoldingRequest,
  type ReadFirstParams,
  type ReadFirstResult,
  readFirstRequest,
  type StoredFile,
} from './requests.ts';

/** Reads the first of some files that there is; undefined where there is none. */
export type ReadFirst = (uris: readonly string[]) => Promise<FileText | undefined>;

/** Reads the files of some folders in which a pattern matches. */
export type ReadHolding = (folders: readonly string[], pattern: RegExp) => Promise<readonly FileText[]>;

/** What reads files for editors that read none for the server. */
export interface StoredFiles {
  readonly readFirst?: ((uris: readonly string[]) => Promise<StoredFile | undefined>) | undefined;
  readonly readHolding?: ReadHolding | undefined;
}

export interface FilesBeside {
  /** As a file is being edited, or else as it is stored. */
  readonly readFirst: ReadFirst;
  /** The file of a document as it is stored, though it is open; none of the left side of a diff, whose address says more than a place. */
  stored(uri: string): Promise<StoredFile | undefined>;
  /** The files of the workspace in which a pattern matches, as they are stored. */
  holding(pattern: RegExp): Promise<readonly FileText[]>;
  /** The nearest file of that name in the folders from a text's own upwards. */
  above(uri: string, name: string): Promise<FileText | undefined>;
  /** The folders around those of the workspace, where a configuration may stand that speaks of them. */
  aroundWorkspace(): readonly string[];
  /** Notes whether the editor reads files for us. */
  initialize(params: InitializeParams): void;
}

/** Reads files that stand beside open documents, or elsewhere in the workspace. */
export function filesBeside(connection: Connection, documents: TextDocuments<TextDocument>, stored: StoredFiles): FilesBeside {
  let editorReads = false;
  let folders: readonly string[] = [];
  const readStored = async (uris: readonly string[]): Promise<StoredFile | undefined> => {
    if (uris.length === 0) return undefined;
    if (!editorReads) return stored.readFirst?.(uris);
    const params: ReadFirstParams = { uris };
    return (await connection.sendRequest<ReadFirstResult>(readFirstRequest, params)) ?? undefined;
  };
  const readFirst: ReadFirst = async (uris) => {
    const open = uris.findIndex((uri) => documents.get(uri) !== undefined);
    if (open < 0) return readStored(uris);
    const uri = uris[open] ?? '';
    return (await readStored(uris.slice(0, open))) ?? { uri, text: documents.get(uri)?.getText() ?? '' };
  };
  return {
    readFirst,
    stored: async (uri) => (/[?#]/.test(uri) ? undefined : readStored([uri])),
    above: (uri, name) => readFirst(foldersAbove(uri, folders).map((folder) => `${folder}/${name}`)),
    aroundWorkspace: () => [...new Set(folders.flatMap((folder) => foldersAbove(folder, folders)))].filter((one) => one !== disk),
    async holding(pattern) {
      if (!editorReads) return (await stored.readHolding?.(folders, pattern)) ?? [];
      const params: FilesHoldingParams = { pattern: pattern.source };
      return (await connection.sendRequest<FilesHoldingResult>(filesHoldingRequest, params)).files;
    },
    initialize({ initializationOptions, workspaceFolders, rootUri }) {
      folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
      editorReads = valueAt(initializationOptions, ['readsFiles']) === true;
    },
  };
}

/** What comes before the path of a file on a disk. */
const disk = 'file://';

/**
 * The folders that a file lies in, from the inside outwards: on a disk all of them, as on the command line, so that a part of a
 * repository is judged as the whole; elsewhere those up to the workspace's own.
 */
function foldersAbove(uri: string, workspace: readonly string[]): readonly string[] {
  const roots = uri.startsWith(`${disk}/`) ? [disk] : workspace.map((one) => one.replace(/\/$/, ''));
  const root = roots.find((one) => uri.startsWith(`${one}/`));
  if (root === undefined) return [];
  const names = uri
    .slice(root.length + 1)
    .split('/')
    .slice(0, -1);
  return [...names.map((_, index) => [root, ...names.slice(0, index + 1)].join('/')).toReversed(), root];
}

/** The scenario beside a manifest; none beside the left side of a diff, whose address says more than a place. */
export async function scenarioBeside(uri: string, readFirst: ReadFirst): Promise<ScenarioFile | undefined> {
  const found = await readFirst(/[?#]/.test(uri) ? [] : scenarioNames(uri));
  return found && { file: found.uri, text: found.text };
}

/** The address that a path leads to which stands in a file; none from a text that lies in no folder. */
export function addressFrom(uri: string, path: string): readonly string[] {
  const way = path.split('/').map(encodeURIComponent).join('/');
  return URL.canParse(way, uri) ? [new URL(way, uri).href] : [];
}
