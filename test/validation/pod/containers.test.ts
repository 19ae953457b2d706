import { test } from 'vitest';
import { check } from '../../check.ts';
import { containerWith, jobWith, podWith } from '../../manifests.ts';

test('a sound container', () => {
  check(
    containerWith(`
      env:
        - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
        - {name: CPU, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}
      envFrom:
        - secretRef: {name: credentials}
      ports:
        - {name: http, containerPort: 8080}
      resources:
        limits: {cpu: 1, memory: 1Gi, nvidia.com/gpu: 1}
        requests: {cpu: 500m, nvidia.com/gpu: 1}
      livenessProbe:
        httpGet: {port: http}
      lifecycle:
        preStop: {sleep: {seconds: 30}}
      securityContext:
        runAsUser: 1000
        allowPrivilegeEscalation: false
        capabilities: {drop: [ALL]}
    `),
  );
});

test('a pod has containers, and they have names of their own and images', () => {
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: hello
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: []
          #           ^^ field-required
  `);
  check(
    podWith(`
      initContainers:
        - name: main
        #       ^^^^ container-name-twice
          image: ""
          #      ^^ field-required
        - image: busybox
        # ^^^^^ field-required
        - name: Main.1
        #       ^^^^^^ name-dns-label
          image: busybox
        - name: a.b
        #       ^^^ name-dns-label-dots
          image: busybox
    `),
  );
});

test('environment variables', () => {
  check(
    containerWith(`
      env:
        - name: A=B
        #       ^^^ name-env-relaxed
        - name: A
          valueFrom: {}
          #          ^^ env-source-missing
        - name: B
          value: b
          valueFrom: {secretKeyRef: {name: s, key: k}}
          #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env-value-and-source
        - name: C
          valueFrom: {configMapKeyRef: {name: My, key: a/b}}
          #                                   ^^ name-dns-subdomain
          #                                            ^^^ name-config-map-key
        - name: D
          valueFrom: {fieldRef: {fieldPath: status.phase}}
          #                                 ^^^^^^^^^^^^ field-ref
        - name: E
          valueFrom: {resourceFieldRef: {resource: limits.gpu}}
          #                                        ^^^^^^^^^^ value-not-supported
      envFrom:
        - prefix: P_
        # ^^^^^^^^^^ env-from-source-missing
    `),
  );
  check(
    containerWith(`
      env:
        - name: 1st
        #       ^^^ name-env
    `),
    '1.31',
  );
  check(containerWith('env: [{name: 1st, value: a}]'), '1.32');
});

test('ports', () => {
  check(
    containerWith(`
      ports:
        - {name: http, containerPort: 80, hostPort: 80}
        - {name: http, containerPort: 65536}
        #        ^^^^ port-name-duplicate
        #                             ^^^^^ number-range
        - {name: HTTP-, containerPort: 0}
        #        ^^^^^ name-port
        #                              ^ field-required
        - {containerPort: 81, hostPort: 80, protocol: http}
        #                                             ^^^^ value-not-supported
        - {containerPort: 82, hostPort: 80}
        #                               ^^ host-port-duplicate
    `),
  );
  check(
    jobWith({
      pod: 'hostNetwork: true',
      container: `
        ports:
          - {containerPort: 80, hostPort: 8080}
          #                               ^^^^ host-port-host-network
      `,
    }),
  );
});

test('probes and hooks do one thing', () => {
  check(
    containerWith(`
      livenessProbe:
        exec: {command: []}
        #               ^^ field-required
        httpGet: {port: 80}
        #^^^^^^ handlers
        successThreshold: 2
        #                 ^ probe-success-threshold
      startupProbe:
        httpGet: {port: http_port, scheme: http}
        #               ^^^^^^^^^ name-port
        #                                  ^^^^ value-not-supported
      readinessProbe:
      #^^^^^^^^^^^^^ handler-missing
        timeoutSeconds: -1
        #               ^^ number-negative
        terminationGracePeriodSeconds: 5
        #                              ^ probe-grace-period-readiness
      lifecycle:
        preStop: {sleep: {seconds: 31}}
        #                ^^^^^^^^^^^^^ sleep-range
    `),
  );
  check(containerWith('lifecycle: {preStop: {sleep: {seconds: 0}}}'));
  check(
    containerWith(`
      lifecycle: {preStop: {sleep: {seconds: 0}}}
      #                            ^^^^^^^^^^^^ sleep-range
    `),
    '1.32',
  );
});

test('init containers run to their end, sidecars stay', () => {
  check(
    podWith(`
      initContainers:
        - name: init
          image: busybox
          livenessProbe: {exec: {command: [a]}}
          #^^^^^^^^^^^^ init-container-field
        - name: sidecar
          image: busybox
          restartPolicy: Always
          livenessProbe: {exec: {command: [a]}}
        - name: other
          image: busybox
          restartPolicy: always
          #              ^^^^^^ value-not-supported
    `),
  );
});

test('restart policies of containers follow the version', () => {
  check(containerWith('restartPolicy: OnFailure'), '1.37');
  check(containerWith('restartPolicy: OnFailure'), '1.34');
  check(
    containerWith(`
      restartPolicy: OnFailure
      #^^^^^^^^^^^^ container-restart-policy
    `),
    '1.33',
  );
});

test('resources', () => {
  check(
    containerWith(`
      resources:
        limits: {cpu: 1, memory: -1Gi, gpu: 1, nvidia.com/gpu: 1.5, hugepages-2Mi: 3Mi}
        #                        ^^^^ quantity-negative
        #                              ^^^ resource-unknown
        #                                                      ^^^ quantity-whole
        #                                                                          ^^^ huge-pages-size
        requests: {cpu: 1500m}
        #               ^^^^^ request-above-limit
    `),
  );
  check(
    containerWith(`
      resources:
      #^^^^^^^^ huge-pages-alone resource-limit-missing
        requests: {hugepages-2Mi: 2Mi}
        claims: [{name: gpu}]
        #               ^^^ resource-claim-unknown
    `),
  );
  check(
    jobWith({
      pod: `
        resources:
          requests: {cpu: 500m}
          #               ^^^^ pod-request-below-containers
          limits: {cpu: 1}
      `,
      container: `
        resources: {requests: {cpu: 600m}, limits: {cpu: 2}}
        #                                                ^ limit-above-pod-limit
      `,
    }),
  );
});

test('mounts and devices name volumes of the pod', () => {
  check(
    podWith(`
      volumes:
        - {name: data, emptyDir: {}}
      initContainers:
        - name: init
          image: busybox
          volumeMounts:
            - {name: date, mountPath: /data, subPath: ../x}
            #        ^^^^ mount-volume-unknown
            #                                         ^^^^ path-parent
            - {name: data, mountPath: /data, mountPropagation: Bidirectional}
            #        ^^^^ mount-and-device
            #                         ^^^^^ mount-path-twice
            #                                                  ^^^^^^^^^^^^^ propagation-unprivileged
          volumeDevices:
            - {name: data, devicePath: /dev/xvda}
            #        ^^^^ device-not-claim mount-and-device
    `),
  );
});

test('ephemeral containers are judged, and refused', () => {
  check(
    podWith(`
      ephemeralContainers:
      #^^^^^^^^^^^^^^^^^^ ephemeral-containers-template
        - name: main
        #       ^^^^ container-name-twice
          image: " busybox"
          #      ^^^^^^^^^^ image-blanks
          ports: []
          #^^^^ ephemeral-container-field
          targetContainerName: other
          #                    ^^^^^ target-container-unknown
    `),
  );
});
