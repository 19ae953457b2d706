import type { DocumentLink } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { textRange } from '../../manifest/source.ts';
import { documentationLink } from '../fields/documentation.ts';
import { knownScalars } from '../reading/known-scalars.ts';
import { kindOf } from '../reading/place-at.ts';

/** An image leads to its page in the registry, the kind to its documentation. */
export function documentLinks(analysis: Analysis): DocumentLink[] {
  return analysis.objects.flatMap((object) => {
    const { body } = object.source.document;
    return knownScalars(object).flatMap(({ place, path, value }) => {
      const target = targetOf(`${place.owner}.${place.name}`, value, () => documentationLink(kindOf(object), []));
      const range = target === undefined || String(value).includes('\n') ? undefined : body.valueRange(path);
      return target && range ? [{ range: textRange(object.source, range), target }] : [];
    });
  });
}

function targetOf(field: string, value: unknown, documentation: () => string): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (field === 'Container.image' || field === 'EphemeralContainer.image') return imagePage(value);
  return field === 'Job.kind' || field === 'CronJob.kind' ? documentation() : undefined;
}

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
