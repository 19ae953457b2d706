/**
 * What may be asked of a cluster through the user's own kubectl. There is nothing else: only `kubectlArguments` makes arguments of
 * kubectl for a cluster, its verbs are `get` and `version`, and nobody asks but a user who has seen the command.
 */
export type ClusterQuestion =
  /** What `kubejob explain` reads: the Jobs, pods and events of a namespace, without one of the current namespace. */
  | { readonly about: 'record'; readonly namespace: string | null }
  | { readonly about: 'version' }
  /** What is in force in a namespace; contexts are those of the user's kubeconfig, without one the current. */
  | { readonly about: 'namespace' | 'limits'; readonly namespace: string; readonly context?: string | undefined }
  | { readonly about: 'priorities'; readonly context?: string | undefined };

const json = ['-o', 'json'] as const;

export function kubectlArguments(question: ClusterQuestion): readonly string[] {
  switch (question.about) {
    case 'record':
      return ['get', 'jobs,pods,events', ...json, ...(question.namespace === null ? [] : [`--namespace=${question.namespace}`])];
    case 'version':
      return ['version', ...json];
    case 'namespace':
      return ['get', 'namespace', question.namespace, ...inContext(question), ...json];
    case 'limits':
      return ['get', 'limitranges,resourcequotas', `--namespace=${question.namespace}`, ...inContext(question), ...json];
    case 'priorities':
      return ['get', 'priorityclasses', ...inContext(question), ...json];
  }
}

function inContext({ context }: { readonly context?: string | undefined }): readonly string[] {
  return context === undefined ? [] : [`--context=${context}`];
}

/** Whether a text can be the name of a namespace (RFC 1123 label): nothing else becomes an argument. */
export function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** What kubectl printed, or why there is nothing. */
export type ClusterAnswer =
  | { readonly status: 'answered'; readonly text: string }
  | { readonly status: 'no-kubectl' }
  | { readonly status: 'stopped'; readonly why: 'cancelled' | 'too-long' | 'too-much' }
  /** In kubectl's own words. */
  | { readonly status: 'refused'; readonly message: string; readonly text: string };

/** Asks with the program of that name or path. Nothing is asked by itself. */
export type AskCluster = (kubectl: string, question: ClusterQuestion, signal?: AbortSignal) => Promise<ClusterAnswer>;
