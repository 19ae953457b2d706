import { expect, test } from 'vitest';
import type { KubernetesVersion } from '../../../server/kubernetes/versions.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { check } from '../../check.ts';
import { containerWith, podWith, volumeWith } from '../../manifests.ts';

test('what is deprecated or does nothing', () => {
  check(
    podWith(`
      nodeSelector: {beta.kubernetes.io/os: linux}
      #              ^^^^^^^^^^^^^^^^^^^^^ node-label-deprecated
      topologySpreadConstraints:
        - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}
        #  ^^^^^^^ label-selector-null
      terminationGracePeriodSeconds: -1
      #                              ^^ grace-period-negative
      imagePullSecrets: [{name: a}, {name: a}, {}]
      #                                    ^ image-pull-secret-twice
      #                                        ^^ image-pull-secret-empty
      volumes:
        - {name: source, gitRepo: {repository: a}}
        #                ^^^^^^^ volume-deprecated
    `),
  );
});

test('containers', () => {
  check(
    containerWith(`
      env:
        - {name: PATH, value: /bin}
        - {name: PATH, value: "$(PATH):/sbin"}
        - {name: PATH, value: /usr/bin}
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env-hidden
      ports:
        - {name: a, containerPort: 80, hostIP: 10.0.0.1}
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ port-host-ip
        - {name: b, containerPort: 80}
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ port-overlap
      resources:
        limits: {memory: 100m}
        #                ^^^^ bytes-fractional
    `),
  );
});

test('addresses in a form of their own', () => {
  check(
    podWith(`
      hostAliases:
        - {ip: "FE80:0:0::1"}
        #      ^^^^^^^^^^^^^ ip-address-canonical
        - {ip: "fe80::1"}
    `),
  );
});

test('files in each others way', () => {
  check(
    volumeWith(`
      secret:
        secretName: s
        items:
          - {key: a, path: dir/}
          - {key: b, path: dir/file}
          #                ^^^^^^^^ volume-paths-overlap
          - {key: c, path: directory}
    `),
  );
  check(
    volumeWith(`
      projected:
        sources:
          - {}
          # ^^ projection-empty
    `),
  );
});

test('1.29 leaves the indexes of host aliases out of its paths, and the place is the same', () => {
  const text = podWith('hostAliases: [{ip: x, hostnames: [A]}]');
  const found = (version: KubernetesVersion) => {
    const findings = parseManifests(text).documents.flatMap(({ body }) => judge(body, { version, advice: 'off' })[0]?.findings ?? []);
    return findings.map(({ path, at }) => `${path} ${at.path.join('.')}`);
  };
  expect(found('1.29')).toEqual([
    'spec.template.spec.hostAliases.ip spec.template.spec.hostAliases.0.ip',
    'spec.template.spec.hostAliases.hostnames spec.template.spec.hostAliases.0.hostnames.0',
  ]);
  expect(found('1.30')[0]).toBe('spec.template.spec.hostAliases[0].ip spec.template.spec.hostAliases.0.ip');
});
