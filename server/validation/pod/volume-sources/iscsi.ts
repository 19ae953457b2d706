import { type FieldPath, field } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../../kubernetes/finding/finding.ts';
import { inRange, renamed, required } from '../checks/checks.ts';
import { volumeSource } from './source.ts';

const formats = [
  ['iqn', /iqn\.\d{4}-\d{2}\.([a-zA-Z0-9\-.]+)(:[^,;*&$|\t\n\f\r ]+)$/],
  ['eui', /^eui.[a-zA-Z0-9]{16}$/],
  ['naa', /^naa.[a-zA-Z0-9]{32}$/],
] as const;

export const iscsi = volumeSource('iscsi', (source, path) => {
  const authenticated = source.chapAuthDiscovery || source.chapAuthSession;
  return [
    ...required(source.targetPortal, field(path, 'targetPortal')),
    ...(source.iqn ? validateName(source.iqn, field(path, 'iqn')) : required(source.iqn, field(path, 'iqn'))),
    ...inRange(source.lun, field(path, 'lun'), 0, 255),
    ...(authenticated && !source.secretRef ? required(undefined, field(path, 'secretRef')) : []),
    ...(source.initiatorName === undefined ? [] : validateName(source.initiatorName, renamed(path, 'initiatorname', 'initiatorName'))),
  ];
});

function validateName(name: string, path: FieldPath): Finding[] {
  const format = formats.find(([prefix]) => name.startsWith(prefix))?.[1];
  return format?.test(name) ? [] : [bad(path, 'Invalid', 'iscsi-name', { args: { value: name } })];
}
