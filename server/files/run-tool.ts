import { spawn } from 'node:child_process';
import type { WhyStopped } from '../charts/chart-tools.ts';

/** How a tool of the user's ended. */
export type ToolRun =
  | { readonly status: 'ended'; readonly code: number; readonly out: string; readonly error: string }
  /** It is not there, or may not be started. */
  | { readonly status: 'missing' }
  | { readonly status: 'stopped'; readonly why: WhyStopped };

export interface ToolOptions {
  /** Milliseconds. */
  readonly timeLimit: number;
  /** Bytes that it may print before it is stopped. */
  readonly outputLimit: number;
  readonly signal?: AbortSignal;
  /** Variables of its environment, beside those of ours. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What is kept of standard error. */
const errorLimit = 64 * 1024;

/**
 * Runs a program that the user has, without a shell and without input, and waits for its end. It is stopped, with
 * SIGKILL, when it takes too long, prints too much or is no longer wanted.
 */
export function runTool(program: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  const { timeLimit, outputLimit, signal, environment } = options;
  return new Promise((resolve) => {
    // What nobody waits for any more is not begun.
    if (signal?.aborted) return resolve({ status: 'stopped', why: 'cancelled' });
    const child = begun(program, args, { ...process.env, ...environment });
    if (!child) return resolve({ status: 'missing' });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    const size = { out: 0, error: 0 };
    const stop = (why: WhyStopped) => {
      // A child that could not be begun has no number, and Node would kill the group of its own process instead.
      if (child.pid !== undefined) child.kill('SIGKILL');
      settle({ status: 'stopped', why });
    };
    const clock = setTimeout(() => stop('too-long'), timeLimit);
    const cancel = () => stop('cancelled');
    const settle = (run: ToolRun) => {
      clearTimeout(clock);
      signal?.removeEventListener('abort', cancel);
      resolve(run);
    };
    signal?.addEventListener('abort', cancel);
    child.stdout.on('data', (chunk: Buffer) => {
      size.out += chunk.length;
      if (size.out > outputLimit) stop('too-much');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      size.error += chunk.length;
      if (size.error <= errorLimit) error.push(chunk);
    });
    child.once('error', () => settle({ status: 'missing' }));
    child.once('close', (code) =>
      settle({ status: 'ended', code: code ?? 1, out: Buffer.concat(out).toString('utf8'), error: Buffer.concat(error).toString('utf8') }),
    );
  });
}

/** Undefined where the system begins nothing so: Windows no script (`helm.cmd`) without a shell, others nothing with arguments beyond measure. */
function begun(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  try {
    return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, env });
  } catch {
    return undefined;
  }
}
