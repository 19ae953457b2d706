import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { ExecAction, HTTPGetAction, Lifecycle, LifecycleHandler, Probe, SleepAction } from '../../kubernetes/generated/types.ts';
import { httpHeaderNameProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import { fieldName, required, requiredList, strictChoice } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import type { PodContext } from './pod-context.ts';
import { validatePortReference } from './ports.ts';

type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>;

/** What a container runs after its start and before its stop. */
export function validateLifecycle(lifecycle: Lifecycle, path: FieldPath, context: PodContext): Finding[] {
  return (['postStart', 'preStop'] as const).flatMap((name) => {
    const handler = lifecycle[name];
    return handler ? validateHandler(handler, field(path, name), context) : [];
  });
}

/** A probe's or hook's one action; where several stand, only the first is judged. */
export function validateHandler(handler: Handler, path: FieldPath, context: PodContext): Finding[] {
  const { exec, httpGet, tcpSocket, grpc } = handler;
  const sleep = isOn('PodLifecycleSleepAction', context.version) ? handler.sleep : undefined;
  const actions: (readonly [string, () => Finding[]])[] = [];
  if (exec) actions.push(['exec', () => validateExec(exec, field(path, 'exec'))]);
  if (httpGet) actions.push(['httpGet', () => validateHTTPGet(httpGet, field(path, 'httpGet'))]);
  if (tcpSocket) actions.push(['tcpSocket', () => validatePortReference(tcpSocket.port, field(path, 'tcpSocket', 'port'))]);
  if (grpc) actions.push(['grpc', () => validatePortReference(grpc.port, field(path, 'grpc', 'port'))]);
  if (sleep) actions.push(['sleep', () => validateSleep(sleep, field(path, 'sleep'), context)]);

  const [first, ...others] = actions;
  if (!first) return [misplaced(path, 'Required', 'handler-missing', { args: { field: fieldName(path) } })];
  const [name, judge] = first;
  return [...judge(), ...others.map(([other]) => misplaced(field(path, other), 'Forbidden', 'handlers', { args: { first: name, other } }))];
}

function validateExec(action: ExecAction, path: FieldPath): Finding[] {
  return requiredList(action.command, field(path, 'command'));
}

function validateHTTPGet(action: HTTPGetAction, path: FieldPath): Finding[] {
  return [
    ...required(action.path, field(path, 'path')),
    ...validatePortReference(action.port, field(path, 'port')),
    ...strictChoice(action.scheme, field(path, 'scheme'), ['HTTP', 'HTTPS']),
    ...(action.httpHeaders ?? []).flatMap((header) => nameFindings(field(path, 'httpHeaders'), httpHeaderNameProblems(header.name ?? ''))),
  ];
}

/** The pod must be able to sleep through within its grace period. */
function validateSleep({ seconds = 0 }: SleepAction, path: FieldPath, { spec, version }: PodContext): Finding[] {
  const max = spec.terminationGracePeriodSeconds;
  if (max === undefined) return [];
  const min = isOn('PodLifecycleSleepActionAllowZero', version) ? 0 : 1;
  if (seconds >= min && seconds <= max) return [];
  const code = max < min ? 'sleep-grace-period' : 'sleep-range';
  return [bad(path, 'Invalid', code, { args: { value: seconds, min, max } })];
}
