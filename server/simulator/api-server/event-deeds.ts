import type { Instant } from '../engine/clock.ts';
import type { EventRow } from '../recording/recording.ts';
import type { Recorder } from '../watch/recorder.ts';
import type { EventCorrelator, EventRecord, Notice } from './event-correlation.ts';

/** What is done about events, each thing as data, so that it can be done again later. */
export type EventDeed =
  | { readonly does: 'send'; readonly notice: Notice; readonly at: Instant }
  /** Written down elsewhere, and only added. */
  | { readonly does: 'add-row'; readonly row: EventRow }
  | { readonly does: 'store'; readonly record: EventRecord }
  | { readonly does: 'forget'; readonly job: string; readonly at: Instant };

export interface EventDeeds {
  /** Whoever wants to do the same again hears of all deeds here. */
  log: EventDeed[] | undefined;
  do(deed: EventDeed): void;
}

export function createEventDeeds(events: EventCorrelator, recorder: Recorder): EventDeeds {
  const deeds: EventDeeds = {
    log: undefined,
    do(deed) {
      deeds.log?.push(deed);
      if (deed.does === 'add-row') recorder.events.push(deed.row);
      else if (deed.does === 'store') events.stored.push(deed.record);
      else if (deed.does === 'forget') events.forget('Job', deed.job, deed.at);
      else {
        const record = events.send(deed.notice, deed.at);
        if (record) recorder.event(deed.notice, record.message, deed.at);
      }
    },
  };
  return deeds;
}
