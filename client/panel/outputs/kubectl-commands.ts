import type { Output, Target } from '../host/messages.ts';

/** The command that prints an output. */
export function kubectlCommand(output: Output, { kind, name }: Pick<Target, 'kind' | 'name'>, pod?: string): string {
  switch (output) {
    case 'watch':
      return 'kubectl get jobs --watch';
    case 'pods':
      return 'kubectl get pods';
    case 'events':
      return 'kubectl get events';
    case 'wide':
      return 'kubectl get pods -o wide';
    case 'describe-pod':
      return pod === undefined ? 'kubectl describe pods' : `kubectl describe pod ${pod}`;
    case 'describe':
      return `kubectl describe ${kind.toLowerCase()} ${name ?? ''}`.trimEnd();
  }
}
