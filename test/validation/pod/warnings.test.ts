import { test } from 'vitest';
import { check } from '../check.ts';
import { containerWith, podWith, volumeWith } from './manifests.ts';

test('what is deprecated or does nothing', () => {
  check(
    podWith(`nodeSelector: {beta.kubernetes.io/os: linux}
#              ^^^^^^^^^^^^^^^^^^^^^ node-label-deprecated
topologySpreadConstraints:
  - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}
#    ^^^^^^^ label-selector-null
terminationGracePeriodSeconds: -1
#                              ^^ grace-period-negative
imagePullSecrets: [{name: a}, {name: a}, {}]
#                                    ^ image-pull-secret-twice
#                                        ^^ image-pull-secret-empty
volumes:
  - {name: source, gitRepo: {repository: a}}
#                  ^^^^^^^ volume-deprecated`),
  );
});

test('containers', () => {
  check(
    containerWith(`env:
  - {name: PATH, value: /bin}
  - {name: PATH, value: "$(PATH):/sbin"}
  - {name: PATH, value: /usr/bin}
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env-hidden
ports:
  - {name: a, containerPort: 80, hostIP: 10.0.0.1}
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ port-host-ip
  - {name: b, containerPort: 80}
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ port-overlap
resources:
  limits: {memory: 100m}
#                  ^^^^ bytes-fractional`),
  );
});

test('addresses in a form of their own', () => {
  check(
    podWith(`hostAliases:
  - {ip: "FE80:0:0::1"}
#        ^^^^^^^^^^^^^ ip-address-canonical
  - {ip: "fe80::1"}`),
  );
});

test('files in each others way', () => {
  check(
    volumeWith(`secret:
  secretName: s
  items:
    - {key: a, path: dir/}
    - {key: b, path: dir/file}
#                    ^^^^^^^^ volume-paths-overlap
    - {key: c, path: directory}`),
  );
  check(
    volumeWith(`projected:
  sources:
    - {}
#     ^^ projection-empty`),
  );
});
