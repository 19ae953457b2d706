import type { Container } from '../../kubernetes/generated/types.ts';

/** What the kubelet says beside a reason that it gives (pkg/kubelet/active_deadline.go, status/status_manager.go TerminatePod, 1.37). */
export const deadlineMessage = 'Pod was active on the node longer than the specified deadline';
const unknownMessage = 'The container could not be located when the pod was terminated';

/** What runc says of a program that is not there: words with a slash are no names that are searched for. */
export function noSuchProgram({ command = [], args = [] }: Container): string {
  const [program = ''] = [...command, ...args];
  const why = program.includes('/') ? `stat ${program}: no such file or directory` : 'executable file not found in $PATH';
  const where = 'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed';
  return `${where}: unable to start container process: exec: ${JSON.stringify(program)}: ${why}: unknown`;
}

/** The message of a container that ended for that reason; undefined where it has none. */
export function exitMessage(reason: string, container: Container): string | undefined {
  if (reason === 'ContainerStatusUnknown') return unknownMessage;
  return reason === 'StartError' ? noSuchProgram(container) : undefined;
}
