import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type Analysis, objectAt } from '../../application/analysis.ts';
import { podSpecPath } from '../../kubernetes/kinds.ts';
import type { PlainCode } from '../../messages/en/index.ts';
import { isJson } from '../writing/edits.ts';
import { toCronJob, toJob } from '../writing/other-kind.ts';
import { toSidecar } from '../writing/sidecar.ts';

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What can be made of the object or container at a range: a CronJob of a Job and back, a sidecar of a container. */
export function refactorings(analysis: Analysis, range: Range): readonly Refactoring[] {
  const offset = analysis.text.offsetAt(range.start);
  const object = objectAt(analysis, offset);
  if (!object || isJson(object.source)) return [];
  const { source } = object;
  const { path } = source.document.body.pathAt(offset - source.document.start);
  const { kind, at } = object.judged;
  const inObject = path.slice(at.length);
  const atHead = inObject.length <= 1 || inObject[0] === 'metadata';
  const titled = (code: PlainCode, edits: readonly TextEdit[] | undefined) => (edits ? [{ title: analysis.texts(code), edits }] : []);
  return [
    ...(kind === 'Job' && atHead ? titled('refactor-to-cron-job', toCronJob(source, at)) : []),
    ...(kind === 'CronJob' && atHead ? titled('refactor-to-job', toJob(source, at)) : []),
    ...(kind ? titled('refactor-to-sidecar', toSidecar(source, path, [...at, ...podSpecPath(kind)])) : []),
  ];
}
