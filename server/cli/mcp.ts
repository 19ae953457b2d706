import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { answerLine } from '../agent/mcp.ts';
import { stackOf } from '../application/stack-of.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

/** A longer line is no message that anybody means: twice the longest texts that the tools take, escaped. */
const longestLine = 20_000_000;

/** `kubejob mcp`: serves an agent by the Model Context Protocol, a message a line, until its input ends. */
export async function serveAgent(input: Readable, streams: Streams, now: () => number): Promise<ExitStatus> {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  for await (const chunk of input) {
    const lines = (begun + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    begun = lines.pop() ?? '';
    if (begun.length > longestLine) {
      streams.error('kubejob: what comes in is not the Model Context Protocol: a line does not end\n');
      return exitStatus.couldNotRun;
    }
    for (const line of lines) if (line.trim() !== '') answer(line, streams, now);
  }
  if (begun.trim() !== '') answer(begun, streams, now);
  return exitStatus.good;
}

function answer(line: string, { out, error }: Streams, now: () => number): void {
  const response = answerLine(line, now(), (failed) => error(`kubejob: ${stackOf(failed)}\n`));
  if (response) out(`${JSON.stringify(response)}\n`);
}
