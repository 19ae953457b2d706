import { factsOfCluster } from '../application/facts/facts-of-cluster.ts';
import { runTool } from '../files/run-tool.ts';
import { dnsLabelProblems } from '../kubernetes/names/name-problems.ts';
import { writeYaml } from '../manifest/write-yaml.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface NamespaceFactsOptions {
  /** Of the user's kubeconfig; otherwise its current one. */
  readonly context?: string;
}

const limits = { timeLimit: 60_000, outputLimit: 20 * 1024 * 1024 };

/**
 * `kubejob namespace-facts`: asks the cluster through the user's own kubectl, with `get` alone, and says each command before
 * it runs. Who may not read PriorityClasses, which belong to the whole cluster, gets the rest.
 */
export async function printNamespaceFacts(namespace: string, options: NamespaceFactsOptions, streams: Streams): Promise<ExitStatus> {
  if (dnsLabelProblems(namespace).length > 0) return failed(`no name of a namespace: ${namespace}`, streams);
  const context = options.context === undefined ? [] : [`--context=${options.context}`];
  const get = (...what: readonly string[]) => kubectl(['get', ...what, ...context, '-o', 'json'], streams);
  const required = [await get('namespace', namespace), await get('limitranges,resourcequotas', `--namespace=${namespace}`)];
  const refused = required.find((answer) => 'failure' in answer);
  if (refused && 'failure' in refused) return failed(refused.failure, streams);
  const classes = await get('priorityclasses');
  if ('failure' in classes) streams.error(`kubejob: without PriorityClasses: ${classes.failure}\n`);
  streams.out(writeYaml(factsOfCluster([...required, classes].flatMap((answer) => ('value' in answer ? [answer.value] : [])))));
  return exitStatus.good;
}

type Answer = { readonly value: unknown } | { readonly failure: string };

async function kubectl(args: readonly string[], streams: Streams): Promise<Answer> {
  streams.error(`kubejob: kubectl ${args.join(' ')}\n`);
  const run = await runTool('kubectl', args, limits);
  switch (run.status) {
    case 'missing':
      return { failure: 'kubectl was not found. Install it, or put it on PATH.' };
    case 'stopped':
      return { failure: `kubectl was stopped: ${run.why === 'too-long' ? 'no answer for 60 s' : 'it printed more than 20 MB'}.` };
    case 'ended':
      return run.code === 0 ? readJson(run.out) : { failure: run.error.trim() || `kubectl ended with ${run.code}` };
  }
}

function readJson(text: string): Answer {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { failure: 'kubectl printed no JSON.' };
  }
}

function failed(reason: string, streams: Streams): ExitStatus {
  streams.error(`kubejob: ${reason}\n`);
  return exitStatus.couldNotRun;
}
