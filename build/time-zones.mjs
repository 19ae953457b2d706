// Packs the IANA time zones that moment-timezone carries into what a schedule needs: the offsets since 2015, the year of
// Kubernetes 1.0, and for zones that change their clocks every year the rule for the years to come, which the source spells
// out only to 2037.
import { createRequire } from 'node:module';

const begin = Date.UTC(2015, 0) / 60_000;
const lastYear = 2037;
const base60 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

/**
 * `{zones, names}`: the distinct zones, and for each name the position of its zone. A zone is `{offset, changes, from, rules}`:
 * minutes east of Greenwich when 2015 began; then pairs of a minute since 1970 and the offset from it on; where the clocks
 * change every year also the first year that follows the rules, and the rules.
 */
export function timeZones() {
  const source = createRequire(import.meta.url)('moment-timezone/data/packed/latest.json');
  const zones = [];
  const positions = new Map();
  const names = {};
  for (const packed of source.zones) {
    const { name, offset, changes } = unpack(packed);
    const zone = { offset, ...withYearlyRules(changes) };
    const text = JSON.stringify(zone);
    if (!positions.has(text)) positions.set(text, zones.push(zone) - 1);
    names[name] = positions.get(text);
  }
  for (const link of source.links) {
    const [target, name] = link.split('|');
    names[name] = names[target];
  }
  return { zones, names: Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function unpack(packed) {
  const [name, , offsets, indexes, differences] = packed.split('|');
  const east = offsets.split(' ').map((text) => -number(text));
  let at = 0;
  const all = [...indexes].map((index, position) => {
    if (position > 0) at = Math.round((at + number(differences.split(' ')[position - 1])) * 60) / 60;
    return [position > 0 ? at : -Infinity, east[number(index)]];
  });
  const offset = all.findLast(([minute]) => minute <= begin)[1];
  const changes = all.filter(([minute], position) => minute > begin && all[position][1] !== all[position - 1][1]);
  for (const [minute, after] of changes)
    if (!Number.isInteger(minute) || !Number.isInteger(after)) throw new Error(`${name}: a part of a minute`);
  return { name, offset, changes };
}

function number(text) {
  const negative = text.startsWith('-');
  const [whole, part = ''] = text.slice(negative ? 1 : 0).split('.');
  const value = [...whole].reduce((sum, digit) => sum * 60 + base60.indexOf(digit), 0);
  const size = [...part].reduce((sum, digit, place) => sum + base60.indexOf(digit) / 60 ** (place + 1), value);
  return negative ? -size : size;
}

function withYearlyRules(changes) {
  const yearOf = (minute) => new Date(minute * 60_000).getUTCFullYear();
  const ofYear = (year) => changes.filter(([minute]) => yearOf(minute) === year);
  if (ofYear(lastYear).length !== 2) return { changes: changes.flat() };
  const rules = [0, 1].map((position) => {
    const sample = [];
    for (let year = lastYear; year >= 2015 && ofYear(year).length === 2; year -= 1) sample.push(ofYear(year)[position]);
    return ruleOf(sample, ofYear(lastYear)[position]);
  });
  // Gaza's changes follow the moon: they stay as they are spelt out, and end with the source.
  if (rules.includes(undefined)) return { changes: changes.flat() };
  let from = lastYear;
  while (from > 2015 && JSON.stringify(ofYear(from - 1)) === JSON.stringify(rules.map((rule) => changeBy(rule, from - 1)))) from -= 1;
  return { changes: changes.filter(([minute]) => yearOf(minute) < from).flat(), from, rules };
}

/** The yearly rule `[month, weekday, first day or 0 for the last, minutes after that day began in UTC, offset]`. */
function ruleOf(sample, [minute, offset]) {
  for (const shift of [0, -1440, 1440]) {
    const date = new Date((minute + shift) * 60_000);
    const rule = (day) => [date.getUTCMonth() + 1, date.getUTCDay(), day, (minute % 1440) - shift, offset];
    const fits = Array.from({ length: 26 }, (_, day) => rule(day)).map((candidate) => ({
      candidate,
      years: years(sample, (year, change) => changeBy(candidate, year).join() === change.join()),
    }));
    const best = fits.reduce((a, b) => (b.years > a.years ? b : a));
    if (best.years >= 10) return best.candidate;
  }
  return undefined;
}

/** How many years, backwards from the last, a rule foretells. */
function years(sample, holds) {
  const failed = sample.findIndex((change, back) => !holds(lastYear - back, change));
  return failed < 0 ? sample.length : failed;
}

function changeBy([month, weekday, first, minutes, offset], year) {
  const begin = first === 0 ? new Date(Date.UTC(year, month, 0)).getUTCDate() - 6 : first;
  const day = begin + ((weekday - new Date(Date.UTC(year, month - 1, begin)).getUTCDay() + 7) % 7);
  return [Date.UTC(year, month - 1, day) / 60_000 + minutes, offset];
}
