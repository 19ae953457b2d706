import { test } from 'vitest';
import { check } from '../../check.ts';
import { jobWith, podWith } from '../../manifests.ts';

test('security contexts', () => {
  check(
    jobWith({
      pod: `
        securityContext:
          runAsUser: -1
          #          ^^ number-range
          supplementalGroups: [1, 2147483648]
          #                       ^^^^^^^^^^ number-range
          seLinuxChangePolicy: Mount
          #                    ^^^^^ value-not-supported
          sysctls:
            - {name: net.core.somaxconn, value: "1"}
            - {name: net.core.somaxconn, value: "2"}
            #        ^^^^^^^^^^^^^^^^^^ sysctl-twice
            - {name: Net, value: "1"}
            #        ^^^ sysctl-name
      `,
      container: `
        securityContext:
        #^^^^^^^^^^^^^^ privilege-escalation-privileged privilege-escalation-admin
          privileged: true
          allowPrivilegeEscalation: false
          capabilities: {add: [CAP_SYS_ADMIN]}
          procMount: Unmasked
          #          ^^^^^^^^ proc-mount-host-users
          seccompProfile: {type: Localhost}
          #^^^^^^^^^^^^^ localhost-profile-missing
          appArmorProfile: {type: RuntimeDefault, localhostProfile: a}
          #                                                         ^ localhost-profile-unused
      `,
    }),
  );
});

test('what would change the host', () => {
  check(
    podWith(`
      hostNetwork: true
      hostPID: true
      shareProcessNamespace: true
      #                      ^^^^ process-namespaces
      securityContext:
        sysctls:
          - {name: net/core/somaxconn, value: "1"}
          #        ^^^^^^^^^^^^^^^^^^ sysctl-host
    `),
  );
  check(
    podWith(`
      hostUsers: false
      hostNetwork: true
      #^^^^^^^^^^ host-users
      hostPID: true
      #^^^^^^ host-users
    `),
  );
  check(podWith('hostUsers: false\nhostNetwork: true'), '1.32');
});

test('fields fit the operating system', () => {
  check(
    podWith(`
      os: {name: windows}
      hostPID: true
      #^^^^^^ not-on-windows
      securityContext:
        runAsUser: 1
        #^^^^^^^^ not-on-windows
      resources: {limits: {cpu: 1}}
      #^^^^^^^^ not-on-windows
    `),
  );
  check(
    podWith(`
      os: {name: linux}
      securityContext:
        windowsOptions: {hostProcess: true, runAsUserName: 'a\\b\\c'}
        #^^^^^^^^^^^^^ not-on-linux
        #                                                  ^^^^^^^ windows-user-name
      hostNetwork: true
    `),
  );
  check(
    podWith(`
      os: {name: plan9}
      #   ^^^^^^^^^^^^^ value-not-supported
    `),
  );
});

test('HostProcess containers need the network of the host', () => {
  check(
    podWith(`
      hostNetwork: false
      #            ^^^^^ host-process-network
      securityContext:
        windowsOptions: {hostProcess: true}
    `),
  );
});

test('annotations of old agree with the fields that replaced them', () => {
  check(
    jobWith({
      podMetadata: `
        annotations:
          container.apparmor.security.beta.kubernetes.io/main: localhost/a
          container.apparmor.security.beta.kubernetes.io/other: runtime/default
          #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ annotation-container-unknown
          controller.kubernetes.io/pod-deletion-cost: "+1"
          #                                           ^^^^ annotation-deletion-cost
      `,
      container: `
        securityContext:
          appArmorProfile: {type: Localhost, localhostProfile: b}
          #                                  ^^^^^^^^^^^^^^^^ annotation-differs
      `,
    }),
  );
});
