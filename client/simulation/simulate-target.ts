import { type CancellationToken, type TextDocument, Uri, workspace } from 'vscode';
import {
  type ObjectSummary,
  type SimulateAnswer,
  type SimulateParams,
  type SimulateResult,
  simulateRequest,
} from '../../server/protocol/requests.ts';
import type { Target } from '../panel/host/messages.ts';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import { findTarget } from './target.ts';

export interface TargetSimulated {
  /** Where the object is now. */
  readonly target: Target;
  /** The manifest and, where there is one, its scenario, as users know their places. */
  readonly files: readonly string[];
  readonly result: SimulateResult;
}

/** The simulation of the target as its text is now; undefined where it was cancelled. */
export async function simulateTarget(server: Server, target: Target, token: CancellationToken): Promise<TargetSimulated | undefined> {
  const manifest = placeOf(target.uri);
  const gone: TargetSimulated = { target, files: [manifest], result: { status: 'gone' } };
  const document = await documentOf(target);
  if (!document) return gone;
  const object = findTarget(target, await objectsOf(server, document));
  if (token.isCancellationRequested) return undefined;
  if (!object) return gone;
  const found = targetOf(target.uri, object);
  const { uri, document: at, item } = found;
  const params: SimulateParams = { uri, document: at, ...(item === undefined ? {} : { item }) };
  const result = await server.request<SimulateAnswer>(simulateRequest, params, token);
  if (token.isCancellationRequested) return undefined;
  const files = result.scenario === undefined ? [manifest] : [manifest, placeOf(result.scenario)];
  return { target: found, files, result };
}

export function targetOf(uri: string, { document, item, kind, name }: ObjectSummary): Target {
  return { uri, document, ...(item === undefined ? {} : { item }), kind, name };
}

function placeOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}

/** The document as it is open, otherwise as it is on disk; an untitled one that was closed is no more. */
async function documentOf({ uri }: Target): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open || uri.startsWith('untitled:')) return open;
  return workspace.openTextDocument(Uri.parse(uri, true));
}
