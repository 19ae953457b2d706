import { readWrittenRun } from '../../../server/simulator/run/written/written-run.ts';
import type { Answer } from '../host/messages.ts';
import { picturing } from '../picture/picture.ts';
import type { PageAction } from './page-action.ts';

/** What an answer of the extension does to the page; of a run its picture is made first, in pieces. */
export function* actionOfAnswer(answer: Answer): Generator<void, PageAction, void> {
  if (answer.status !== 'shown') return { type: 'answered', answer };
  const { target, files, result } = answer;
  if (result.status !== 'simulated') return { type: 'answered', answer: { status: 'shown', target, files, result } };
  const run = readWrittenRun(result.run);
  const picture = yield* picturing(run, result.calendar?.zone);
  return { type: 'simulated', drawn: { target, files, result: { ...result, run }, picture } };
}
