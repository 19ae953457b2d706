import type { ManifestFile } from '../manifest/document.ts';

/** Where `helm template` says that a document comes from. */
export interface DocumentSource {
  /** As helm writes it: the name of the chart, and the template below its folder. */
  readonly template: string;
  /** Counts the documents of its template from 0. */
  readonly number: number;
  /** The line of the whole text, from 0, that follows the comment. */
  readonly line: number;
}

/** What the comment `# Source: chart/templates/job.yaml` at the head of a document says of it; undefined where there is none. */
export function documentSources(text: string, { documents }: ManifestFile): readonly (DocumentSource | undefined)[] {
  const counted = new Map<string, number>();
  return documents.map(({ start, body }) => {
    const comment = /^(?:\s*(?:#(?! Source: ).*)?\n)*# Source: (\S.*?)[^\S\n]*(?:\n|$)/.exec(body.text);
    const template = comment?.[1];
    if (!comment || template === undefined) return undefined;
    const number = counted.get(template) ?? 0;
    counted.set(template, number + 1);
    return { template, number, line: linesIn(text.slice(0, start)) + linesIn(comment[0]) };
  });
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
