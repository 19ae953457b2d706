import { expect, test } from 'vitest';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { check } from '../../check.ts';
import { podWith, volumeWith } from '../../manifests.ts';

test('a volume has a name of its own and one source', () => {
  check(
    podWith(`
      volumes:
        - name: data
          emptyDir: {}
          hostPath: {path: /data}
          #^^^^^^^ volume-sources
        - name: data
          emptyDir: {}
        - name: data
        #       ^^^^ volume-name-twice
          emptyDir: {}
        - emptyDir: {sizeLimit: -1}
        # ^^^^^^^^ field-required
        #            ^^^^^^^^^ quantity-negative
    `),
  );
});

test('configuration', () => {
  check(
    volumeWith(`
      configMap:
      #^^^^^^^^ field-required
        defaultMode: 0644
        items:
          - {key: a, path: /a, mode: 644}
          #                ^^ path-absolute
          #                          ^^^ file-mode
          - {key: b, path: ../b}
          #                ^^^^ path-parent
          - {key: c, path: ..c}
          #                ^^^ path-reserved
    `),
  );
  check(
    volumeWith(`
      downwardAPI:
        items:
          - {path: a, fieldRef: {fieldPath: spec.nodeName}}
          #                                 ^^^^^^^^^^^^^ field-ref
          - {path: b, resourceFieldRef: {resource: limits.cpu}}
          #           ^^^^^^^^^^^^^^^^ field-required
          - {path: c}
          #  ^^^^ downward-file-source-missing
    `),
  );
});

test('projected sources share one directory', () => {
  check(
    volumeWith(`
      projected:
        sources:
          - secret: {name: a, items: [{key: a, path: same}]}
          - configMap: {name: a, items: [{key: a, path: same}]}
          #                                             ^^^^ projected-path-twice
          - serviceAccountToken: {path: ../token, expirationSeconds: 60}
          #                             ^^^^^^^^ path-parent
          #                                                          ^^ number-range
          - clusterTrustBundle: {path: bundle}
          # ^^^^^^^^^^^^^^^^^^ trust-bundle-source-missing
    `),
  );
});

test('claims made for the pod', () => {
  check(
    volumeWith(`
      ephemeral:
        volumeClaimTemplate:
          metadata: {name: x}
          #          ^^^^ claim-template-metadata
          spec:
            accessModes: [ReadWriteOnce, ReadWriteOncePod, ReadWrite]
            #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ access-modes-once-pod
            #                                              ^^^^^^^^^ value-not-supported
            resources: {requests: {storage: 0}}
            #                               ^ storage-not-positive
    `),
  );
});

test.each([
  ['hostPath: {path: /a/../b}', 'Invalid hostPath.path'],
  ['hostPath: {path: /a, type: Dir}', 'NotSupported hostPath.type'],
  ['nfs: {server: a, path: b}', 'Invalid nfs.path'],
  ['gcePersistentDisk: {pdName: ""}', 'Required persistentDisk.pdName'],
  ['iscsi: {targetPortal: a, iqn: iqn.a, lun: 256}', 'Invalid iscsi.iqn', 'Invalid iscsi.lun'],
  ['iscsi: {targetPortal: a, iqn: eui.0123456789abcdef, initiatorName: a}', 'Invalid iscsi.initiatorname'],
  ['quobyte: {registry: a, volume: v}', 'Invalid quobyte.registry'],
  ['quobyte: {registry: "[::1]:80,b:1", volume: v}'],
  ['fc: {targetWWNs: [a], wwids: [b]}', 'Invalid fc.targetWWNs', 'Required fc.lun'],
  ['flexVolume: {driver: a, options: {kubernetes.io/x: z}}', 'Invalid flexVolume.options[kubernetes.io/x]'],
  ['azureDisk: {diskName: a, diskURI: a, kind: Managed}', 'NotSupported azureDisk.diskURI'],
  ['csi: {driver: A.B, nodePublishSecretRef: {name: A}}', 'Invalid csi.name'],
  ['flocker: {datasetName: a/b, datasetUUID: c}', 'Invalid flocker', 'Invalid flocker.datasetName'],
  ['image: {pullPolicy: Sometimes}', 'NotSupported image.pullPolicy', 'Required image.reference'],
])('%s', (source, ...expected) => {
  const [document] = parseManifests(volumeWith(source)).documents;
  const findings = document ? judge(document.body, { version: '1.37' }).flatMap((judged) => judged.findings) : [];
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ reason, path }) => `${reason} ${path.replace('spec.template.spec.volumes[0].', '')}`);
  expect(errors.sort()).toEqual(expected.sort());
});

test('image volumes are dropped where they are not known yet, and the rest counted anew', () => {
  const manifest = podWith(`
    volumes:
      - {name: tools, image: {reference: tools}}
      - {name: Data, emptyDir: {}}
      #        ^^^^ name-dns-label
    initContainers:
      - name: init
        image: busybox
        volumeMounts:
          - {name: tools, mountPath: /tools}
          - {name: other, mountPath: /other}
          #        ^^^^^ mount-volume-unknown
  `);
  check(manifest, '1.37');
  check(manifest, '1.34');
});
