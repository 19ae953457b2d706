import type { ValueKind } from './value-kind.ts';

/** A container image; it leads to its page in the registry. */
export const image: ValueKind = { link: imagePage };

/** Where people read about an image; undefined for what is none, and for registries on a machine of one's own. */
export function imagePage(image: string): string | undefined {
  const name = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  if (!/^[a-z0-9][\w./:-]*$/i.test(name)) return undefined;
  const [first = '', ...rest] = name.split('/');
  const host = rest.length && /[.:]|^localhost$/.test(first) ? first : undefined;
  const path = host === undefined ? name : rest.join('/');
  if (host === undefined || host === 'docker.io' || host === 'index.docker.io') {
    const official = path.replace(/^library\//, '');
    return `https://hub.docker.com/${official.includes('/') ? 'r' : '_'}/${official}`;
  }
  if (host === 'quay.io') return `https://quay.io/repository/${path}`;
  if (host === 'mcr.microsoft.com') return `https://mcr.microsoft.com/artifact/mar/${path}/about`;
  if (host === 'public.ecr.aws') return `https://gallery.ecr.aws/${path}`;
  if (host.includes(':') || host === 'localhost' || !host.includes('.')) return undefined;
  return `https://${host}/${path}`;
}
