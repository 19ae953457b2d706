import { field, item } from '../../kubernetes/finding/field-path.ts';
import type { Container } from '../../kubernetes/generated/types.ts';
import { type AdviceRule, atKey, type Subject } from './rule.ts';

/** Images whose program serves other containers until it is stopped, by the last part of their name. */
const helpers = new RegExp(
  `^(?:.*/)?(?:proxyv2|envoy|linkerd-?proxy|proxy-init|cloud-?sql-?proxy|cloudsql-docker|gce-proxy|alloydb-auth-proxy|fluent-?bit|fluentd|filebeat|
  metricbeat|vector|promtail|telegraf|vault-agent|datadog-agent|agent|otel-?collector|opentelemetry-collector(?:-contrib)?|oauth2-proxy|
  jaeger-agent|statsd-exporter|pushgateway|node-exporter)(?::[^/]*)?(?:@.*)?$`.replace(/\s/g, ''),
);
const helperRepositories =
  /(?:istio|envoyproxy|linkerd|cloud-?sql|alloydb|fluent|beats|elastic|vector|grafana|hashicorp|vault|datadog|otel|opentelemetry|oauth2-proxy|jaeger|prom)/i;

/** Scripts that end a helper from outside, as people do where sidecars are plain containers. */
const endsHelpers = /quitquitquit|\bpkill\b|\bkillall\b|\bkill\s/;

/** A container that runs for good beside one that ends, or before one that waits for it: the Job never completes. */
export const sidecarAsContainer: AdviceRule<'sidecar-as-container'> = {
  code: 'sidecar-as-container',
  level: 'warning',
  check(subject) {
    const { pod, podPath } = subject;
    const inits = pod.initContainers ?? [];
    const blocking = inits.findIndex((container) => container.restartPolicy !== 'Always' && neverEnds(container, subject));
    if (blocking >= 0)
      return atKey(item(field(podPath, 'initContainers'), blocking), { container: inits[blocking]?.name ?? '', init: true });
    const containers = pod.containers ?? [];
    if (containers.length < 2 || containers.some((container) => endsHelpers.test(JSON.stringify(container)))) return undefined;
    const endless = containers.map((container) => neverEnds(container, subject) || isHelper(container));
    const place = endless.indexOf(true);
    if (place < 0 || !endless.includes(false)) return undefined;
    return atKey(item(field(podPath, 'containers'), place), { container: containers[place]?.name ?? '', init: false });
  },
};

/** All that the Job runs goes on until it is stopped. */
export const neverEndingWork: AdviceRule<'never-ending-work'> = {
  code: 'never-ending-work',
  level: 'info',
  check(subject) {
    const containers = subject.pod.containers ?? [];
    if (subject.job.activeDeadlineSeconds !== undefined || subject.pod.activeDeadlineSeconds !== undefined) return undefined;
    if (!containers.length || !containers.every((container) => neverEnds(container, subject))) return undefined;
    return atKey(item(field(subject.podPath, 'containers'), 0), { container: containers[0]?.name ?? '' });
  },
};

function neverEnds(container: Container, { runOf }: Subject): boolean {
  return runOf(container).seconds === Number.POSITIVE_INFINITY;
}

function isHelper({ image = '', command, args }: Container): boolean {
  const { length } = [...(command ?? []), ...(args ?? [])].filter((word) => /^(?:sh|bash|\/bin\/(?:ba)?sh)$/.test(word));
  return length === 0 && helpers.test(image) && helperRepositories.test(image);
}
