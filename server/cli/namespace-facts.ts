import { factsOfCluster } from '../application/facts/facts-of-cluster.ts';
import { type ClusterQuestion, isNamespace, kubectlArguments } from '../cluster/questions.ts';
import { askCluster } from '../files/ask-cluster.ts';
import { writeYaml } from '../manifest/write-yaml.ts';
import { render } from '../messages/render.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

export interface NamespaceFactsOptions {
  /** Of the user's kubeconfig; otherwise its current one. */
  readonly context?: string;
}

/**
 * `kubejob namespace-facts`: asks the cluster through the user's own kubectl, with `get` alone, and says each command before
 * it runs. Who may not read PriorityClasses, which belong to the whole cluster, gets the rest.
 */
export async function printNamespaceFacts(namespace: string, { context }: NamespaceFactsOptions, streams: Streams): Promise<ExitStatus> {
  if (!isNamespace(namespace)) return failed(`no name of a namespace: ${namespace}`, streams);
  const required = [
    await answerTo({ about: 'namespace', namespace, context }, streams),
    await answerTo({ about: 'limits', namespace, context }, streams),
  ];
  const refused = required.find((answer) => 'failure' in answer);
  if (refused && 'failure' in refused) return failed(refused.failure, streams);
  const classes = await answerTo({ about: 'priorities', context }, streams);
  if ('failure' in classes) streams.error(`kubejob: without PriorityClasses: ${classes.failure}\n`);
  streams.out(writeYaml(factsOfCluster([...required, classes].flatMap((answer) => ('value' in answer ? [answer.value] : [])))));
  return exitStatus.good;
}

type Answer = { readonly value: unknown } | { readonly failure: string };

async function answerTo(question: ClusterQuestion, streams: Streams): Promise<Answer> {
  streams.error(`kubejob: kubectl ${kubectlArguments(question).join(' ')}\n`);
  const answered = await askCluster('kubectl', question);
  switch (answered.status) {
    case 'answered':
      return readJson(answered.text);
    case 'no-kubectl':
      return { failure: render('cluster-no-kubectl', {}) };
    case 'stopped':
      return { failure: render(`cluster-${answered.why}`, {}) };
    case 'refused':
      return { failure: answered.message };
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
