import type { Container, ContainerPort, EnvVar, Lifecycle, LifecycleHandler, Probe } from '../generated/types.ts';
import { imageTag } from '../names/image-reference.ts';
import { setFieldRefDefaults, setResourceRefDefaults } from './field-ref.ts';
import { setResourceDefaults } from './resources.ts';

/** Defaults of a container, an init container or an ephemeral one. */
export function setContainerDefaults<T extends Container>(container: T): T {
  const { ports, env, lifecycle, livenessProbe, readinessProbe, startupProbe } = container;
  return {
    ...container,
    imagePullPolicy: container.imagePullPolicy || defaultPullPolicy(container.image ?? ''),
    terminationMessagePath: container.terminationMessagePath || '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy || 'File',
    resources: setResourceDefaults(container.resources ?? {}),
    ...(ports ? { ports: ports.map(setPortDefaults) } : {}),
    ...(env ? { env: env.map(setEnvDefaults) } : {}),
    ...(lifecycle ? { lifecycle: setLifecycleDefaults(lifecycle) } : {}),
    ...(livenessProbe ? { livenessProbe: setProbeDefaults(livenessProbe) } : {}),
    ...(readinessProbe ? { readinessProbe: setProbeDefaults(readinessProbe) } : {}),
    ...(startupProbe ? { startupProbe: setProbeDefaults(startupProbe) } : {}),
  };
}

/** A tag that may come to mean another image is pulled anew each time. */
export function defaultPullPolicy(image: string): string {
  return imageTag(image) === 'latest' ? 'Always' : 'IfNotPresent';
}

function setPortDefaults(port: ContainerPort): ContainerPort {
  return { ...port, protocol: port.protocol || 'TCP' };
}

function setEnvDefaults(variable: EnvVar): EnvVar {
  const { fieldRef, fileKeyRef, resourceFieldRef } = variable.valueFrom ?? {};
  if (!fieldRef && !fileKeyRef && !resourceFieldRef) return variable;
  const valueFrom = {
    ...variable.valueFrom,
    ...(fieldRef ? { fieldRef: setFieldRefDefaults(fieldRef) } : {}),
    ...(resourceFieldRef ? { resourceFieldRef: setResourceRefDefaults(resourceFieldRef) } : {}),
    ...(fileKeyRef ? { fileKeyRef: { optional: false, ...fileKeyRef } } : {}),
  };
  return { ...variable, valueFrom };
}

function setProbeDefaults(probe: Probe): Probe {
  return {
    ...withHttpDefaults(probe),
    ...probeTimes(probe),
    ...(probe.grpc ? { grpc: { service: '', ...probe.grpc } } : {}),
  };
}

/** How often a probe looks and what it makes of it. A zero counts as unset, as the server cannot tell them apart. */
export function probeTimes({ timeoutSeconds, periodSeconds, successThreshold, failureThreshold }: Probe) {
  return {
    timeoutSeconds: timeoutSeconds || 1,
    periodSeconds: periodSeconds || 10,
    successThreshold: successThreshold || 1,
    failureThreshold: failureThreshold || 3,
  };
}

function setLifecycleDefaults(lifecycle: Lifecycle): Lifecycle {
  const { postStart, preStop } = lifecycle;
  return {
    ...lifecycle,
    ...(postStart ? { postStart: withHttpDefaults(postStart) } : {}),
    ...(preStop ? { preStop: withHttpDefaults(preStop) } : {}),
  };
}

function withHttpDefaults<T extends Pick<LifecycleHandler, 'httpGet'>>(handler: T): T {
  const { httpGet } = handler;
  if (!httpGet) return handler;
  return { ...handler, httpGet: { ...httpGet, path: httpGet.path || '/', scheme: httpGet.scheme || 'HTTP' } };
}
