// What the command line says of itself and of what it knows: loaded together, as each of it is small.
export { manPage } from './man-page.ts';
export { explainRule } from './rule.ts';
export { completionScript } from './shell-completion.ts';
export { listVersions } from './versions.ts';
