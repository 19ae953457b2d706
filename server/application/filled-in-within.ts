import { nothingAround, surroundingsOf } from '../manifest/kustomize/surroundings.ts';
import { oncePerText } from '../plain/once-per.ts';
import type { Filling } from './settings/settings.ts';

/** What a Kustomization of Flux that stands in a text itself fills in there: what stands beside others in a file is applied with them. */
export function filledInWithin(text: string): Filling {
  if (!text.includes('kustomize.toolkit.fluxcd.io/v') || !text.includes('postBuild')) return nothingAround;
  const documents = text.split(/^---(?=\s|$)/m);
  return filling(documents.filter((one) => /\bkind: ["']?(?:Kustomization|ConfigMap|Secret)\b/.test(one)).join('---'));
}

/** The same for the same documents, so that the others are not filled in anew while they change. */
const filling = oncePerText(20, (text): Filling => {
  const path = '/manifest.yaml';
  return surroundingsOf(path, [{ path, text }]);
});
