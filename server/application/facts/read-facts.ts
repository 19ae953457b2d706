import { unreadableIn } from '../../admission/unreadable-facts.ts';
import type { SyntaxProblem } from '../../manifest/document.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { render } from '../../messages/render.ts';
import { factDocuments, factsFromFile, type KnownFacts } from './known-facts.ts';

/** The facts that a text was named for; or why it holds none, in words that may quote what stands there. */
export function readFacts(text: string): KnownFacts | { readonly fault: string } {
  const broken = parseManifests(text).documents.flatMap(({ body }) => body.problems.filter(breaks))[0];
  if (broken) return { fault: render(broken.code, broken.args) };
  const documents = factDocuments(text);
  if (documents.length === 0) return { fault: 'no Namespace, LimitRange, ResourceQuota or PriorityClass in it' };
  const [unreadable] = documents.flatMap((document) =>
    unreadableIn(document).map(
      (path) => `${document.kind}${document.name && ` ${document.name}`}: no cluster stores what stands at ${path}`,
    ),
  );
  return unreadable === undefined ? factsFromFile(documents) : { fault: unreadable };
}

function breaks({ kind }: SyntaxProblem): boolean {
  return kind === 'not-yaml' || kind === 'unreadable';
}
