/**
 * What `kubectl describe pods` prints without what differs from run to run: times, ages, how often an event was counted, ids,
 * addresses, the ends of names, and what probes, registries and runtimes say.
 */
export function maskedPods(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const masked = line
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'UID')
      .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'TIME')
      .replace(/containerd:\/\/[0-9a-f]{64}/, 'ID')
      .replace(/sha256:[0-9a-f]{64}/, 'ID')
      .replace(/\b\d+\.\d+\.\d+\.\d+\b/g, 'ADDRESS')
      .replace(/\bhello((?:-\d+)?)-[a-z0-9]{5}(?![a-z0-9])/g, 'hello$1-xxxxx')
      .replace(/^( {2}(?:Normal|Warning) +\S+ +).*?( {2,}(?:kubelet|default-scheduler))/, '$1$2')
      .replace(/(probe failed:|Error: failed to ).*/, '$1')
      .replace(/\s+/g, ' ')
      .trimEnd();
    return /errored and resulted in unknown state|^$/.test(masked) ? [] : [masked];
  });
}
