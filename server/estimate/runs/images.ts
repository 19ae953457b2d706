import { isImageReference } from '../../kubernetes/names/image-reference.ts';
import type { Dialect } from '../shell/state/shell.ts';

/** Where the official images of Docker Hub may be pulled from. */
const libraries =
  /^(?:(?:index\.|registry-1\.)?docker\.io\/(?:library\/)?|library\/|public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/library\/)/;

const otherHomes: Readonly<Record<string, string>> = {
  'registry.k8s.io/busybox': 'busybox',
  'registry.k8s.io/e2e-test-images/busybox': 'busybox',
  'gcr.io/google-containers/busybox': 'busybox',
  'quay.io/centos/centos': 'centos',
  'quay.io/fedora/fedora': 'fedora',
  'registry.fedoraproject.org/fedora': 'fedora',
};

const busybox = new Set(['busybox', 'alpine']);
const distributions = new Set('almalinux amazonlinux archlinux centos debian fedora oraclelinux photon rockylinux ubuntu'.split(' '));
const redHat = new Set('almalinux amazonlinux archlinux centos fedora oraclelinux photon rockylinux'.split(' '));
const languages = new Set('gcc golang haskell node perl php python ruby rust'.split(' '));

/** What is known of an image by its name alone. */
export interface ImageKnowledge {
  /** All that it holds: BusyBox, or what distributions bring; undefined where it may hold anything. */
  readonly holds: 'busybox' | 'distribution' | undefined;
  /** Its arguments are a command line of their own, and without any it opens a shell or a prompt, which finds no input and ends. */
  readonly runsArguments: boolean;
  /** Its own program prints a text and ends. */
  readonly greets: boolean;
  /** Which shell `sh` is. */
  readonly sh: Dialect | undefined;
  /** Its program runs as root unless somebody says otherwise. */
  readonly root: boolean;
}

export function imageKnowledge(image: string): ImageKnowledge {
  const [, name = '', tag = ''] = /^([^@]*?)(:[^/@]*)?(?:@.*)?$/.exec(image) ?? [];
  const official = Object.hasOwn(otherHomes, name) ? (otherHomes[name] ?? '') : name.replace(libraries, '');
  const holds = holdingOf(official);
  return {
    holds,
    runsArguments: holds !== undefined || languages.has(official),
    greets: official === 'hello-world',
    sh: shellOf(official, tag),
    root: holds !== undefined || languages.has(official) || official === 'bash',
  };
}

function holdingOf(official: string): ImageKnowledge['holds'] {
  if (busybox.has(official)) return 'busybox';
  return distributions.has(official) ? 'distribution' : undefined;
}

/** Debian's shell is dash, Red Hat's bash, Alpine's that of BusyBox; images of languages are made of Debian unless their tag says so. */
function shellOf(official: string, tag: string): Dialect | undefined {
  if (busybox.has(official) || official === 'bash') return 'ash';
  if (languages.has(official) && tag.includes('alpine')) return 'ash';
  if (languages.has(official)) return /windows|nanoserver/.test(tag) ? undefined : 'dash';
  if (redHat.has(official)) return 'posix-bash';
  return distributions.has(official) ? 'dash' : undefined;
}

/** Whether no container can ever start from it; what is filled in later (`$IMAGE`, `{{ image }}`) may be any name. */
export function isInvalidImage(image: string): boolean {
  return image !== '' && !/\$|\{\{/.test(image) && !isImageReference(image);
}
