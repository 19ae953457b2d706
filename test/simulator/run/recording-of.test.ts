import { expect, test } from 'vitest';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf } from '../../manifests.ts';

test('the rows of a recording are there as often as they are read', () => {
  const recording = recordingOf(simulate(cronJobOf({ schedule: '* * * * *' }), {}, { version: '1.37', until: 100 }));
  const lengths = () => [recording.jobs, recording.pods, recording.cronjobs, recording.events].map((rows) => rows.length > 0);
  expect([lengths(), lengths()]).toEqual([Array(4).fill(true), Array(4).fill(true)]);
});
