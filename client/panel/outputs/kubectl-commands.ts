import type { Output, Target } from '../host/messages.ts';

/** The command that prints an output. */
export function kubectlCommand(output: Output, { kind, name }: Pick<Target, 'kind' | 'name'>): string {
  switch (output) {
    case 'watch':
      return 'kubectl get jobs --watch';
    case 'pods':
      return 'kubectl get pods';
    case 'events':
      return 'kubectl get events';
    case 'describe':
      return `kubectl describe ${kind.toLowerCase()} ${name ?? ''}`.trimEnd();
  }
}
