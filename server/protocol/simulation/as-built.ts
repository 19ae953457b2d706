import { findObject, objectRange, objectSummaries } from '../../application/object-ranges.ts';
import type { ProblemInFile, SentResult, SimulateParams } from '../../application/simulation/answer.ts';
import { textsIn } from '../../messages/render.ts';
import type { Build } from '../builds/build-source.ts';
import { analysisOf, type SimulationRequest } from './simulation-runner.ts';

/** What is simulated for an object of a text. */
export type AsBuilt<Params extends SimulateParams> =
  /** The object as it stands in the text. */
  | { readonly status: 'as-written'; readonly request: SimulationRequest<Params> }
  /** What a tool of the user's made of it; `lineOf` tells which line of the text made a line of that, as far as it is known. */
  | { readonly status: 'built'; readonly request: SimulationRequest<Params>; lineOf(line: number): number | undefined }
  /** Nothing was made of it. */
  | { readonly status: 'not-built'; readonly kind: 'Job' | 'CronJob'; readonly name: string | null; readonly message: string };

/**
 * Of a template, and of a patch, what the user's helm or kubectl made of it, as far as something was built: such an object is none that
 * a cluster would get to see. `builds` resolves with the latest builds of a file; with none where nothing may run.
 */
export async function asBuilt<Params extends SimulateParams>(
  request: SimulationRequest<Params>,
  builds: (uri: string) => Promise<readonly Build[]>,
): Promise<AsBuilt<Params>> {
  const { params, settings } = request;
  const object = findObject(analysisOf(request), params);
  const kind = object?.judged.kind;
  if (!object || !kind || params.explain) return { status: 'as-written', request };
  const isWhole = !object.partial && !object.source.document.body.templated && !object.judged.filledInLater;
  const made = isWhole ? [] : await builds(params.uri);
  if (made.length === 0) return { status: 'as-written', request };
  const { start, end } = objectRange(object);
  const lines = Array.from({ length: end.line - start.line + 1 }, (_, at) => start.line + at);
  const found = made.map((build) => builtObject(request, build, lines, kind)).find((one) => one !== undefined);
  if (found) return found;
  const message = made.flatMap((build) => build.message ?? [])[0] ?? textsIn(settings.language)('not-simulated-unbuilt');
  return { status: 'not-built', kind, name: object.judged.name, message };
}

function builtObject<Params extends SimulateParams>(
  request: SimulationRequest<Params>,
  build: Build,
  lines: readonly number[],
  kind: 'Job' | 'CronJob',
): AsBuilt<Params> | undefined {
  const made = lines.flatMap((from) => {
    const built = build.text(request.params.uri, from);
    return built ? [{ from, ...built }] : [];
  });
  const [first] = made;
  if (!first) return undefined;
  const ofBuilt = { ...request, text: first.text, partial: false };
  const objects = objectSummaries(analysisOf(ofBuilt)).filter((one) => one.kind === kind);
  const share = ({ firstLine, lastLine }: (typeof objects)[number]) =>
    made.filter(({ line }) => firstLine <= line && line <= lastLine).length;
  const [most] = objects.filter((one) => share(one) > 0).sort((one, other) => share(other) - share(one));
  if (!most) return undefined;
  return {
    status: 'built',
    request: { ...ofBuilt, params: { ...request.params, document: most.document, ...itemOf(most) } },
    lineOf: (line) => made.find((one) => one.line === line)?.from,
  };
}

function itemOf({ item }: { readonly item?: number }): { readonly item?: number } {
  return item === undefined ? {} : { item };
}

/** An answer about what was built, as one about the text that it was built from: where a line is not known, the object's first. */
export function inSource(answer: SentResult, uri: string, lineOf: (line: number) => number | undefined): SentResult {
  if (answer.status !== 'refused' && answer.status !== 'unfinished') return answer;
  const moved = (problem: ProblemInFile): ProblemInFile => {
    const line = problem.uri === uri ? lineOf(problem.line) : problem.line;
    return line === undefined ? { ...problem, line: 0, character: 0 } : { ...problem, line };
  };
  return { ...answer, problems: answer.problems.map(moved) };
}
