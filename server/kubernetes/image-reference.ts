const domainComponent = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainComponent}(?:\\.${domainComponent})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const pathComponent = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const name = `(?:${domain}/)?${pathComponent}(?:/${pathComponent})*`;
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const reference = new RegExp(`^(${name})(?::([\\w][\\w.-]{0,127}))?(?:@(${digest}))?$`);
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/**
 * The tag of an image, `latest` where there is neither tag nor digest; empty where there is a digest alone or the text
 * is no reference (distribution/reference 0.6, ParseNormalizedNamed).
 */
export function imageTag(image: string): string {
  if (/^[a-f0-9]{64}$/.test(image)) return '';
  const parts = reference.exec(withDomain(image));
  if (!parts) return '';
  const [, repository = '', tag = '', hash = ''] = parts;
  const [algorithm = '', hex = ''] = hash.split(':');
  if (repository.length > 255 || (hash !== '' && !(digestLengths[algorithm] === hex.length && /^[a-f0-9]+$/.test(hex)))) return '';
  return tag === '' && hash === '' ? 'latest' : tag;
}

/** Puts the default registry before a reference without one, as `docker.io/library/busybox` for `busybox`. */
function withDomain(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  const hasDomain = slash !== -1 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  return hasDomain ? image : `docker.io/${slash === -1 ? 'library/' : ''}${image}`;
}
