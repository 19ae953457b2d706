import { setValue } from '../writing/edits.ts';
import { toCronJob, toJob } from '../writing/other-kind.ts';
import { type Fixer, fix } from './fix.ts';

/** The one API version that Jobs and CronJobs have. */
export const apiVersion: Fixer = ({ source, written: { at }, texts }) => {
  const path = [...at, 'apiVersion'];
  const value = 'batch/v1';
  return fix(texts('fix-set-field', { field: 'apiVersion', value }), setValue(source, path, value), true);
};

/** A kind that is missing or none of batch/v1: both that exist, the one whose fields are there first. */
export const kind: Fixer = ({ source, written: { at }, texts, kind: likely }) => {
  const path = [...at, 'kind'];
  const { body } = source.document;
  const guess = body.keyRange([...at, 'spec', 'schedule']) || body.keyRange([...at, 'spec', 'jobTemplate']) ? 'CronJob' : likely;
  return [guess, guess === 'Job' ? 'CronJob' : 'Job'].flatMap((value, index) =>
    fix(texts('fix-set-field', { field: 'kind', value }), setValue(source, path, value), index === 0),
  );
};

/** The other kind over a right body: the kind that the body has, or the body that the kind has. */
export const wrongKind: Fixer<'wrong-kind'> = ({ source, written: { at }, texts, finding }) => {
  const { kind, meant } = finding.args;
  const rebuilt = kind === 'CronJob' ? toCronJob(source, at) : toJob(source, at);
  const title = texts(kind === 'CronJob' ? 'fix-into-job-template' : 'refactor-to-job');
  return [
    ...fix(texts('fix-set-field', { field: 'kind', value: meant }), setValue(source, [...at, 'kind'], meant), true),
    ...(rebuilt ? [{ title, edits: rebuilt }] : []),
  ];
};
