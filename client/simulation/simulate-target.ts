import { type CancellationToken, type TextDocument, Uri, workspace } from 'vscode';
import {
  type ObjectSummary,
  type SimulateAnswer,
  type SimulateParams,
  simulateRequest,
  type WhatIf,
} from '../../server/protocol/requests.ts';
import type { Target } from '../panel/host/messages.ts';
import { renderedScheme } from '../server/documents.ts';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import { findTarget } from './target.ts';

export interface TargetSimulated {
  /** Where the object is now. */
  readonly target: Target;
  /** The manifest and, where there is one, its scenario, as users know their places. */
  readonly files: readonly string[];
  readonly result: SimulateAnswer;
  /** The address of its scenario, where that is a file beside it. */
  readonly scenario?: string;
}

/** What a simulation is asked for besides the text. */
export interface Wanted {
  readonly target: Target;
  readonly whatIf: WhatIf;
  /** The wall clock at the beginning, in milliseconds since 1970; undefined: the scenario's. */
  readonly startAt: number | undefined;
}

/** The simulation of the target as its text is now, with what was changed by hand; undefined where it was cancelled. */
export async function simulateTarget(
  server: Server,
  { target, whatIf, startAt }: Wanted,
  token: CancellationToken,
): Promise<TargetSimulated | undefined> {
  const manifest = placeOf(target.uri);
  const gone: TargetSimulated = { target, files: [manifest], result: { status: 'gone' } };
  const document = await documentOf(target);
  if (!document) return gone;
  const object = findTarget(target, await objectsOf(server, document));
  if (token.isCancellationRequested) return undefined;
  if (!object) return gone;
  const found = targetOf(target.uri, object, target.explain);
  const params: SimulateParams = { ...paramsOf(found, whatIf), ...(startAt === undefined ? {} : { startAt }) };
  const result = await server.request<SimulateAnswer>(simulateRequest, params, token);
  if (token.isCancellationRequested) return undefined;
  const { scenario } = result;
  if (scenario === undefined) return { target: found, files: [manifest], result };
  return { target: found, files: [manifest, placeOf(scenario)], result, scenario };
}

export function targetOf(uri: string, { document, item, kind, name }: ObjectSummary, explain?: true): Target {
  return { uri, document, ...(item === undefined ? {} : { item }), kind, name, ...(explain ? { explain } : {}) };
}

export function paramsOf({ uri, document, item, explain }: Target, whatIf: WhatIf): SimulateParams {
  return { uri, document, ...(item === undefined ? {} : { item }), ...(explain ? { explain } : {}), whatIf };
}

/** Below the folder that is open, of what was rendered too, whose path is that of its template. */
function placeOf(uri: string): string {
  const { scheme, path } = Uri.parse(uri);
  return workspace.asRelativePath(scheme === renderedScheme ? Uri.file(path) : Uri.parse(uri));
}

/** The document as it is open, otherwise as it is on disk; an untitled one that was closed is no more. */
async function documentOf({ uri }: Target): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open || uri.startsWith('untitled:')) return open;
  return workspace.openTextDocument(Uri.parse(uri, true));
}
