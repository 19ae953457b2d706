import type { Instant } from '../engine/clock.ts';
import type { EventEntry, Notice } from '../watch/log.ts';
import type { Recorder } from '../watch/recorder.ts';
import type { EventCorrelator } from './event-correlation.ts';

/** What is done about events, each thing as data, so that it can be done again later. */
export type EventDeed =
  | { readonly does: 'send'; readonly notice: Notice; readonly at: Instant }
  /** It came elsewhere, and is only written down. */
  | { readonly does: 'add'; readonly entry: EventEntry }
  | { readonly does: 'forget'; readonly job: number };

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
      if (deed.does === 'add') recorder.events.push(deed.entry);
      else if (deed.does === 'forget') events.forget('Job', deed.job);
      else {
        const entry = events.send(deed.notice, deed.at);
        if (entry) recorder.event(entry);
      }
    },
  };
  return deeds;
}
