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
  const parts = readReference(image);
  if (!parts) return '';
  return parts.tag === '' && parts.digest === '' ? 'latest' : parts.tag;
}

/** Whether an image is named by its digest: that decides what is run, and a tag beside it is not looked at. */
export function hasDigest(image: string): boolean {
  return (readReference(image)?.digest ?? '') !== '';
}

/** Whether a text names an image at all, as the kubelet reads it before it pulls. */
export function isImageReference(image: string): boolean {
  return readReference(image) !== undefined;
}

function readReference(image: string): { readonly tag: string; readonly digest: string } | undefined {
  if (/^[a-f0-9]{64}$/.test(image)) return undefined;
  const parts = reference.exec(withDomain(image));
  if (!parts) return undefined;
  const [, repository = '', tag = '', digest = ''] = parts;
  const [algorithm = '', hex = ''] = digest.split(':');
  const knownDigest = digest === '' || (digestLengths[algorithm] === hex.length && /^[a-f0-9]+$/.test(hex));
  return repository.length <= 255 && knownDigest ? { tag, digest } : undefined;
}

/** Puts the default registry before a reference without one, as `docker.io/library/busybox` for `busybox`. */
function withDomain(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  const hasDomain = slash !== -1 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  return hasDomain ? image : `docker.io/${slash === -1 ? 'library/' : ''}${image}`;
}
