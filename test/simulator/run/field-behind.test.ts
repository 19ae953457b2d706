import { describe, expect, it } from 'vitest';
import { causesBehind, fieldBehind } from '../../../server/simulator/run/field-behind.ts';

const [job, cronJob] = [{ kind: 'Job' }, { kind: 'CronJob' }] as const;

describe('the field behind what happens', () => {
  it('stands in the spec of a Job, and in the template of a CronJob', () => {
    expect(fieldBehind(job, 'BackoffLimitExceeded')).toEqual(['spec', 'backoffLimit']);
    expect(fieldBehind(cronJob, 'BackoffLimitExceeded')).toEqual(['spec', 'jobTemplate', 'spec', 'backoffLimit']);
    expect(fieldBehind(job, 'toString')).toBeUndefined();
  });

  it('is found the other way round, from any part of it', () => {
    expect(causesBehind(job, ['spec', 'template', 'spec', 'containers', 0, 'command', 2])).toEqual(['running', 'command']);
    expect(causesBehind(cronJob, ['spec', 'jobTemplate', 'spec', 'ttlSecondsAfterFinished'])).toEqual(['TtlOver']);
    expect(causesBehind(cronJob, ['spec', 'schedule'])).toEqual([]);
    expect(causesBehind(job, ['metadata', 'name'])).toEqual([]);
  });
});
