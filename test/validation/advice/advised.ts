import { filledInWithin } from '../../../server/application/filled-in-within.ts';
import { locate } from '../../../server/application/locate.ts';
import { decode } from '../../../server/kubernetes/decoding/decode.ts';
import { objectsOf } from '../../../server/kubernetes/decoding/objects-in-document.ts';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { filledIn } from '../../../server/manifest/kustomize/flux-variables.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { render } from '../../../server/messages/render.ts';
import { type AdviceFinding, type AdviceLevels, advise } from '../../../server/validation/advice/index.ts';
import { claimsIn } from '../../../server/validation/advice/rule/claims.ts';
import type { AdviceContext } from '../../../server/validation/advice/rule/subject.ts';
import { cronJobWith, jobWith, under } from '../../manifests.ts';
import { indented } from '../../text.ts';

export interface Advised {
  readonly code: string;
  readonly severity: string;
  /** The first line of the text that the finding marks. */
  readonly marks: string;
  readonly message: string;
}

/** A manifest that calls for a rule: what it marks, and a part of what it says. */
type Called = readonly [manifest: string, marks: string, says: string];

/** What a rule speaks of and what it does not, besides the examples of its page. */
export interface Cases {
  readonly called: readonly Called[];
  readonly silent: readonly string[];
}

/** All advice about a manifest, as of 2026-11-21. */
export function advised(manifest: string, levels: AdviceLevels = {}, more: Partial<AdviceContext> = {}): Advised[] {
  const { documents } = parseManifests(manifest);
  const claims = claimsIn(documents.map(({ body }) => body.value));
  const known = { version: newestVersion, now: Date.parse('2026-11-21T12:00:00Z'), claims };
  const { variables } = filledInWithin(manifest);
  const applied = documents.map(({ body }) => (variables ? filledIn(variables)(body) : body));
  return applied.flatMap((body) =>
    objectsOf(body.value)
      .flatMap(({ kind, value }): readonly AdviceFinding[] => {
        const context = { ...known, ...(body.takenByFlux ? { takenByFlux: body.takenByFlux } : {}), ...more };
        if (kind === 'Job') return advise({ kind, object: decode(kind, value, context.version).object }, context, levels);
        return kind ? advise({ kind, object: decode(kind, value, context.version).object }, context, levels) : [];
      })
      .map(({ code, args, severity, at }) => {
        const { start, end } = locate(body, at);
        return { code, severity, marks: body.text.slice(start, end).split('\n')[0] ?? '', message: render(code, args) };
      }),
  );
}

/** A program of which nothing is known, not even how long it runs. */
const unknown = 'image: registry.example/app:1.2';

export function job(spec = '', pod = ''): string {
  return jobWith({ spec, pod, container: unknown });
}

export function cronJob(lines: string, spec = '', pod = ''): string {
  return cronJobWith({ cronJob: lines, spec, pod, container: unknown });
}

/** The containers of a pod: one with these lines. */
export function container(more: string, name = 'main'): string {
  return `containers:\n  - name: ${name}\n    ${unknown}\n${indented(more, 4)}\n`;
}

/** A container that runs for so many seconds. */
export function sleep(seconds: number | string, name = 'main'): string {
  return container(`command: [sleep, "${seconds}"]`, name);
}

/** Two containers in one list. */
export function two(first: string, second: string): string {
  return `${first}${second.slice('containers:\n'.length)}`;
}

/** A Job with these rules in its pod failure policy. */
export function policy(...rules: readonly string[]): string {
  return job(under('podFailurePolicy', under('rules', rules.map((rule) => `- ${rule}\n`).join(''))));
}
