import { field } from '../../../kubernetes/finding/field-path.ts';
import { bad } from '../../../kubernetes/finding/finding.ts';
import { required, supported } from '../checks/checks.ts';
import { descendingPath, withoutParent } from '../checks/file-paths.ts';
import { volumeSource } from './source.ts';

const hostPathTypes = ['', 'BlockDevice', 'CharDevice', 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket'];

export const hostPath = volumeSource('hostPath', (source, path) => {
  const pathPath = field(path, 'path');
  if (!source.path) return required(source.path, pathPath);
  return [...withoutParent(source.path, pathPath), ...supported(source.type, field(path, 'type'), hostPathTypes)];
});

export const gitRepo = volumeSource('gitRepo', (source, path) => [
  ...required(source.repository, field(path, 'repository')),
  ...descendingPath(source.directory ?? '', field(path, 'directory')),
]);

export const nfs = volumeSource('nfs', (source, path) => {
  const pathPath = field(path, 'path');
  const absolute = source.path?.startsWith('/');
  return [
    ...required(source.server, field(path, 'server')),
    ...required(source.path, pathPath),
    ...(absolute ? [] : [bad(pathPath, 'Invalid', 'path-relative', { args: { value: source.path ?? '' } })]),
  ];
});
