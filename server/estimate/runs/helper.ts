import type { Container, PodSpec } from '../../kubernetes/generated/types.ts';
import { basename, isShell } from '../shell/programs/known-commands.ts';

/**
 * Whether a container serves the others of its pod, as proxies and agents do, so that it runs until something stops it: known by
 * its image. Not where it is alone or stands among the init containers, nor where a script of the pod ends such helpers.
 */
export function servesOthers(container: Container, pod: PodSpec): boolean {
  const { containers = [] } = pod;
  return isHelper(container) && containers.includes(container) && !containers.every(isHelper) && !endsItsHelpers(pod);
}

/** Whether a script of the pod ends a helper from outside, as people do where sidecars are plain containers. */
export function endsItsHelpers({ containers = [] }: PodSpec): boolean {
  return containers.some((container) => endsHelpers.test(JSON.stringify(container)));
}

const endsHelpers = /quitquitquit|\bpkill\b|\bkillall\b|\bkill\s/;

/** Images whose program serves other containers, by the last part of their name. */
const helpers = new RegExp(
  `^(?:.*/)?(?:proxyv2|envoy|linkerd[-/]?proxy|cloud-?sql-?proxy|cloudsql-docker|gce-proxy|alloydb-auth-proxy|fluent-?bit|fluentd|filebeat|
  metricbeat|vector|promtail|telegraf|vault-agent|datadog-agent|agent|otel-?collector|opentelemetry-collector(?:-contrib)?|oauth2-proxy|
  jaeger-agent|statsd-exporter|pushgateway|node-exporter)(?::[^/]*)?(?:@.*)?$`.replace(/\s/g, ''),
);
const helperRepositories =
  /(?:istio|envoyproxy|linkerd|cloud-?sql|alloydb|fluent|beats|elastic|vector|grafana|hashicorp|vault|datadog|otel|opentelemetry|oauth2-proxy|jaeger|prom)/i;

/** Official images of servers, which without a command of one's own serve until they are stopped. */
const servers =
  /^(?:(?:docker\.io\/)?(?:library|bitnami|bitnamilegacy)\/)?(?:nginx|httpd|caddy|haproxy|traefik|redis|valkey|memcached|mysql|mariadb|postgres|postgresql|mongo|mongodb|rabbitmq|nats)(?::[^/]*)?(?:@.*)?$/;

/** With a shell before it, the image's own program is not what runs. */
function isHelper({ image = '', command = [], args = [] }: Container): boolean {
  if (command.length + args.length === 0 && servers.test(image)) return true;
  const byShell = [...command, ...args].some((word) => isShell(basename(word)));
  return !byShell && helpers.test(image) && helperRepositories.test(image);
}
