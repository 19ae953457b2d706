import { expect } from 'vitest';
import { fileFindings } from '../server/application/findings/file-findings.ts';
import { causesAmong, type LocatedFinding } from '../server/application/located-finding.ts';
import type { Settings } from '../server/application/settings/settings.ts';
import type { KubernetesVersion } from '../server/kubernetes/versions.ts';
import { analysisOf } from './analysis.ts';
import { unindented } from './text.ts';

/** A finding by where it shows. Lines and columns count from 0; of what spans several lines the first counts. */
interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/**
 * Checks what is found in a manifest against what is marked in it: `#  ^^^ code` below a line, several codes apart by
 * spaces. A `#` right before the first `^` counts as one, so that the first column can be marked too. Markers are no part
 * of the text that is judged. What only follows from another finding is none of its own. Advice does not count unless the settings ask for it; a version alone stands for its setting.
 */
export function check(marked: string, where: Partial<Settings> | KubernetesVersion = {}): void {
  const { text, marks } = readMarks(unindented(marked));
  const settings = typeof where === 'string' ? { kubernetesVersion: where } : where;
  const found = causesAmong(fileFindings(analysisOf(text, { advice: 'off', ...settings })));
  for (const { finding, message, related } of found)
    for (const words of [message, ...related.map((one) => one.message)]) expect(words).not.toBe(finding.code);
  expect(
    withMarks(
      text,
      found.map((one) => markOf(one, text)),
    ),
  ).toBe(withMarks(text, marks));
}

function markOf({ finding, range }: LocatedFinding, text: string): Mark {
  const { start, end } = range;
  const lineLength = text.split('\n')[start.line]?.length ?? 0;
  return { line: start.line, start: start.character, end: end.line === start.line ? end.character : lineLength, code: finding.code };
}

export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const content of marked.split('\n')) {
    const marker = /^( *)#( *)(\^+) (.+)$/.exec(content);
    if (!marker) {
      lines.push(content);
      continue;
    }
    const [, before = '', between = '', carets = '', codes = ''] = marker;
    const start = before.length + (between === '' ? 0 : 1 + between.length);
    const end = before.length + 1 + between.length + carets.length;
    marks.push(...codes.split(' ').map((code) => ({ line: lines.length - 1, start, end, code })));
  }
  return { text: lines.join('\n'), marks };
}

/** A text with its marks in the same way whoever made them, so that what differs shows as a line of the manifest. */
function withMarks(text: string, marks: readonly Mark[]): string {
  const below = (line: number) =>
    marks
      .filter((mark) => mark.line === line)
      .map(({ start, end, code }) => `${'#'.padEnd(start)}${'^'.repeat(Math.max(0, start === 0 ? end - 1 : end - start))} ${code}`)
      .sort();
  return text
    .split('\n')
    .flatMap((content, line) => [content, ...below(line)])
    .join('\n');
}
