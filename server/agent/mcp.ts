import { version } from '../../package.json';
import { isRecord } from '../plain/record.ts';
import { runTool, tools } from './tools/index.ts';

/** The versions of the Model Context Protocol that are spoken, the newest first; the tools are the same in all of them. */
const protocolVersions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

const instructions =
  'Kubernetes Jobs and CronJobs, judged and simulated without a cluster. After writing or changing such a manifest call validate and mend what it says; call simulate before claiming when a Job ends, how many pods it makes or whether runs overlap; call next_runs for any schedule. Pass the text of a manifest, not a path.';

type Id = string | number;
type Response =
  | { readonly jsonrpc: '2.0'; readonly id: Id; readonly result: Readonly<Record<string, unknown>> }
  | { readonly jsonrpc: '2.0'; readonly id: Id | null; readonly error: { readonly code: number; readonly message: string } };

/** By JSON-RPC 2.0. */
const errorCodes = { parse: -32700, request: -32600, method: -32601, params: -32602, internal: -32603 } as const;

/**
 * Answers one line of the Model Context Protocol, which is a message as JSON, or several in an array (a batch of JSON-RPC, which the
 * version of March 2025 has); undefined where nothing is due, as to notifications and to answers. `now` is the time in milliseconds
 * since 1970. Equal lines have equal answers: nothing is kept between them. A crash of a tool is an answer too, and `report` is told
 * of it.
 */
export function answerLine(line: string, now: number, report: (error: unknown) => void): Response | readonly Response[] | undefined {
  const sent = readJson(line);
  if (sent === undefined) return failure(null, errorCodes.parse, 'This is no JSON.');
  if (!Array.isArray(sent)) return answerMessage(sent, now, report);
  if (sent.length === 0) return failure(null, errorCodes.request, 'A batch holds messages.');
  const answers = sent.flatMap((message) => answerMessage(message, now, report) ?? []);
  return answers.length > 0 ? answers : undefined;
}

function answerMessage(message: unknown, now: number, report: (error: unknown) => void): Response | undefined {
  if (!isRecord(message)) return failure(null, errorCodes.request, 'This is no message of JSON-RPC 2.0.');
  const { id, method, params } = message;
  const asker = idOf(id) ?? null;
  if (message['jsonrpc'] !== '2.0') return failure(asker, errorCodes.request, 'This is no message of JSON-RPC 2.0.');
  const isAnswer = typeof method !== 'string' && ('result' in message || 'error' in message);
  if (isAnswer) return undefined;
  if (typeof method !== 'string') return failure(asker, errorCodes.request, 'A request names a method.');
  if (!('id' in message)) return undefined;
  if (asker === null) return failure(null, errorCodes.request, 'The id of a request is a string or a number.');
  return answerRequest(asker, method, isRecord(params) ? params : {}, now, report);
}

function answerRequest(
  id: Id,
  method: string,
  params: Readonly<Record<string, unknown>>,
  now: number,
  report: (error: unknown) => void,
): Response {
  switch (method) {
    case 'initialize': {
      const protocolVersion = protocolVersions.find((one) => one === params['protocolVersion']) ?? protocolVersions[0];
      return success(id, {
        protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: 'kubejob', title: 'Kubejob', version },
        instructions,
      });
    }
    case 'ping':
      return success(id, {});
    case 'tools/list':
      // All are told at once, so there is no place in the list from which to go on.
      if (params['cursor'] !== undefined) return failure(id, errorCodes.params, 'There is no cursor: the list has one page.');
      return success(id, { tools: tools.map(({ run: _, ...tool }) => ({ ...tool, annotations: { ...harmless, title: tool.title } })) });
    case 'tools/call':
      try {
        return answerCall(id, params, now);
      } catch (error) {
        report(error);
        return failure(id, errorCodes.internal, 'Kubejob failed at this; other calls work.');
      }
    default:
      return failure(id, errorCodes.method, `There is no method ${method}.`);
  }
}

/** What clients may know before they ask their user. */
const harmless = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

function answerCall(id: Id, { name, arguments: sent = {} }: Readonly<Record<string, unknown>>, now: number): Response {
  const answer = typeof name === 'string' ? runTool(name, sent, now) : undefined;
  if (!answer) {
    const asked = typeof name === 'string' ? `There is no tool ${name}` : 'A call names a tool';
    return failure(id, errorCodes.params, `${asked}: there is ${tools.map((tool) => tool.name).join(', ')}.`);
  }
  const content = [{ type: 'text', text: answer.text }];
  return success(id, answer.isError ? { content, isError: true } : { content, structuredContent: answer.data });
}

function idOf(id: unknown): Id | undefined {
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function success(id: Id, result: Readonly<Record<string, unknown>>): Response {
  return { jsonrpc: '2.0', id, result };
}

function failure(id: Id | null, code: number, message: string): Response {
  return { jsonrpc: '2.0', id, error: { code, message } };
}
