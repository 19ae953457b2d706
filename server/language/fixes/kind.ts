import { setValue } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** The one API version that Jobs and CronJobs have. */
export const apiVersion: Fixer = ({ source, base, texts }) => {
  const path = [...base, 'apiVersion'];
  const value = 'batch/v1';
  return fix(texts('fix-set-field', { field: 'apiVersion', value }), setValue(source, path, value), true);
};

/** A kind that is missing or none of batch/v1: both that exist, the one whose fields are there first. */
export const kind: Fixer = ({ source, base, texts, kind: likely }) => {
  const path = [...base, 'kind'];
  const { body } = source.document;
  const guess = body.keyRange([...base, 'spec', 'schedule']) || body.keyRange([...base, 'spec', 'jobTemplate']) ? 'CronJob' : likely;
  return [guess, guess === 'Job' ? 'CronJob' : 'Job'].flatMap((value, index) =>
    fix(texts('fix-set-field', { field: 'kind', value }), setValue(source, path, value), index === 0),
  );
};
