import type { Range, WrittenCollection } from './document.ts';
import type { TextMap } from './faults/text-map.ts';
import type { Places } from './places.ts';

/** The places of a mended text as those of the text that is written. */
export function mendedPlaces(places: Places, { toMended, toWritten }: TextMap, written: string): Places {
  const range = ({ start, end }: Range): Range => ({ start: toWritten(start), end: toWritten(end) });
  const there = (one: Range | undefined) => one && range(one);
  const collection = (one: WrittenCollection): WrittenCollection => ({ ...one, ...range(one), entries: one.entries.map(range) });
  return {
    aliases: places.aliases.map((alias) => ({ ...range(alias), target: range(alias.target) })),
    children: (path) => places.children(path).map(({ segment, key, value }) => ({ segment, key: range(key), value: range(value) })),
    valueRange: (path) => there(places.valueRange(path)),
    keyRange: (path) => there(places.keyRange(path)),
    scalarSource(path) {
      const [source, place] = [places.scalarSource(path), there(places.valueRange(path))];
      if (!source || !place) return undefined;
      const text = written.slice(place.start, place.end);
      return text === source.text ? source : { text, style: source.style === 'block' ? 'block' : 'plain' };
    },
    entry(path) {
      const found = places.entry(path);
      return found && { ...found, key: there(found.key), value: there(found.value), within: collection(found.within) };
    },
    collection(path) {
      const found = places.collection(path);
      return found && collection(found);
    },
    pathAt(offset) {
      const found = places.pathAt(toMended(offset));
      return { ...found, range: there(found.range) };
    },
  };
}
