import { test } from 'vitest';
import { check } from '../../check.ts';
import { podWith } from '../../manifests.ts';

test('node affinity', () => {
  const manifest = podWith(`
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms:
            - matchExpressions:
                - {key: a b, operator: In, values: [a, a b]}
                #       ^^^ name-qualified
                #                                      ^^^ name-label-value
                - {key: a, operator: Exists, values: [a]}
                #                            ^^^^^^ selector-values-forbidden
                - {key: a, operator: Gt, values: []}
                #                                ^^ selector-value-one
                - {key: a, operator: Equals}
                #                    ^^^^^^ node-selector-operator
              matchFields:
                - {key: metadata.namespace, operator: In, values: [a]}
                #       ^^^^^^^^^^^^^^^^^^ node-field-key
        preferredDuringSchedulingIgnoredDuringExecution:
          - {weight: 101, preference: {}}
          #          ^^^ number-range
  `);
  check(manifest);
  check(manifest.replace(/\n.*name-label-value/, ''), '1.32');
});

test('pod affinity', () => {
  check(
    podWith(`
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - labelSelector: {matchLabels: {app: a}, matchExpressions: [{key: app, operator: Exists}]}
              topologyKey: ""
              #            ^^ field-required name-qualified-empty
              namespaces: [A]
              #            ^ name-dns-label
              matchLabelKeys: [app]
              #                ^^^ label-key-in-selector
            - topologyKey: kubernetes.io/hostname
              matchLabelKeys: [app]
              #^^^^^^^^^^^^^ label-keys-without-selector
    `),
  );
});

test('topology spread', () => {
  check(
    podWith(`
      topologySpreadConstraints:
        - maxSkew: 0
        #          ^ number-positive
          topologyKey: zone
          #            ^^^^ topology-spread-twice
          whenUnsatisfiable: ScheduleAnyway
          minDomains: 2
          #           ^ min-domains-policy
          labelSelector: {}
        - maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: a}}
          matchLabelKeys: [app]
    `),
  );
  check(
    podWith(`
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: a}}
          matchLabelKeys: [app]
          #                ^^^ label-key-in-selector
    `),
    '1.33',
  );
});

test('tolerations', () => {
  check(
    podWith(`
      tolerations:
        - operator: Exists
        - {key: a, operator: Exists, value: b}
        #                    ^^^^^^ toleration-exists-value
        - {value: b}
        #  ^^^^^ toleration-key-missing
        - {key: a, operator: Gt, value: "1"}
        #                    ^^ value-not-supported
        - {key: a, effect: NoSchedule, tolerationSeconds: 5}
        #                  ^^^^^^^^^^ toleration-seconds-effect
    `),
  );
});

test('names of the pod and its host', () => {
  check(
    podWith(`
      hostname: a.b
      #         ^^^ name-dns-label-dots
      subdomain: A
      #          ^ name-dns-label
      nodeName: a_b
      #         ^^^ name-dns-subdomain
      runtimeClassName: ""
      #                 ^^ name-dns-subdomain
      priorityClassName: ""
      hostnameOverride: a.b
      #^^^^^^^^^^^^^^^ hostname-override-fqdn
      setHostnameAsFQDN: true
      activeDeadlineSeconds: 0
      #                      ^ number-range
      preemptionPolicy: Always
      #                 ^^^^^^ value-not-supported
      overhead: {cpu: -1}
      #               ^^ quantity-negative
      schedulingGates: [{name: a}, {name: a}]
      #                                   ^ scheduling-gate-twice
      readinessGates: [{conditionType: a/b/c}]
      #                                ^^^^^ name-qualified
      resourceClaims: [{name: a}]
      #                ^^^^^^^^^ claim-source-missing
    `),
  );
});

test('name servers, search domains and host aliases', () => {
  const manifest = podWith(`
    dnsPolicy: None
    dnsConfig:
      nameservers: [10.0.0.010, "::ffff:10.0.0.1", 10.0.0]
      #             ^^^^^^^^^^ ip-address-zeros
      #                         ^^^^^^^^^^^^^^^^^ ip-address-mapped
      #                                            ^^^^^^ ip-address
      searches: [a_b, ".", A]
      #                    ^ dns-search
      options: [{value: a}]
      #         ^^^^^^^^^^ dns-option-name
    hostAliases:
      - {ip: 10.0.0.1, hostnames: [A]}
      #                            ^ name-dns-subdomain
  `);
  check(manifest);
  check(manifest.replace(/\n.*ip-address-(zeros|mapped)/g, ''), '1.35');
  check(
    podWith(`
      dnsPolicy: Never
      #          ^^^^^ value-not-supported
    `),
  );
});
