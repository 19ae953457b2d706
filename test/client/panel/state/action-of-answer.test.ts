import { expect, test } from 'vitest';
import { inPieces } from '../../../../client/panel/host/in-pieces.ts';
import type { Answer } from '../../../../client/panel/host/messages.ts';
import { pictureOf } from '../../../../client/panel/picture/picture.ts';
import { actionOfAnswer } from '../../../../client/panel/state/action-of-answer.ts';
import { simulateObject } from '../../../../server/application/simulation/simulate-object.ts';
import { writtenRun } from '../../../../server/simulator/run/written/written-run.ts';
import { analysisOf } from '../../../analysis.ts';
import { example } from '../../../examples.ts';

const target = { uri: 'file:///a.yaml', document: 0, kind: 'CronJob', name: 'every' } as const;
const place = { target, files: ['a.yaml'] };

test('a run that was sent is drawn as the one that was simulated, by the clock of its schedule', async () => {
  const result = simulateObject(analysisOf(example('every-fifteen-minutes.yaml')), { uri: target.uri, document: 0 }, () => false);
  if (result.status !== 'simulated') throw new Error('it cannot be simulated');
  const sent: Answer = JSON.parse(JSON.stringify({ status: 'shown', ...place, result: { ...result, run: writtenRun(result.run) } }));
  const action = await inPieces(actionOfAnswer(sent));
  const { clock, lives, places } = pictureOf(result.run, result.calendar?.zone);
  expect(action).toMatchObject({ type: 'simulated', drawn: { ...place, picture: { clock, lives, places } } });
});
