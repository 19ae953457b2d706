import type { HTTPGetAction, Probe } from '../../kubernetes/generated/types.ts';
import type { Behaviour } from '../versions/behaviour.ts';

/** A probe in one line, as `kubectl describe` writes it. */
export function probeText(probe: Probe, behaviour: Behaviour): string {
  const { exec, httpGet, tcpSocket, grpc } = probe;
  const [success, failure] = behaviour.has('describesThresholds') ? ['successThreshold', 'failureThreshold'] : ['#success', '#failure'];
  const timing = [
    `delay=${probe.initialDelaySeconds ?? 0}s`,
    `timeout=${probe.timeoutSeconds ?? 0}s`,
    `period=${probe.periodSeconds ?? 0}s`,
    `${success}=${probe.successThreshold ?? 0}`,
    `${failure}=${probe.failureThreshold ?? 0}`,
  ].join(' ');
  if (exec) return `exec [${(exec.command ?? []).join(' ')}] ${timing}`;
  if (httpGet) return `http-get ${urlText(httpGet)} ${timing}`;
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port ?? 0} ${timing}`;
  if (grpc) return `grpc <pod>:${grpc.port ?? 0} ${grpc.service ?? ''} ${timing}`;
  return `unknown ${timing}`;
}

function urlText({ scheme = '', host = '', port, path = '' }: HTTPGetAction): string {
  const name = host.includes(':') ? `[${host}]` : host;
  const rooted = path && !path.startsWith('/') ? `/${path}` : path;
  return `${scheme.toLowerCase()}://${escaped(name, /[^A-Za-z0-9\-_.~$&+,;=:!'()*[\]<>"]/gu)}:${port ?? 0}${escaped(rooted, /[^A-Za-z0-9\-_.~$&+,/:;=@]/gu)}`;
}

/** Percent-encoded as Go's net/url writes hosts and paths. */
function escaped(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
