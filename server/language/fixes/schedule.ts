import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { findTimeZone, timeZoneNames } from '../../kubernetes/time-zones/time-zone.ts';
import { valueAt } from '../../plain/node-path.ts';
import { insertField, removeField, replaceValue, setValue } from '../writing/edits.ts';
import { type Fix, type FixContext, type Fixer, fix } from './fix.ts';

/** `TZ=Asia/Seoul 0 9 * * *`: the zone moved to timeZone, where there is none yet; otherwise taken out of the schedule. */
export const zoneInSchedule: Fixer = (context) => {
  const {
    source,
    finding,
    written: { at },
    texts,
  } = context;
  const match = /^(?:CRON_)?TZ=(\S*)\s+(.*)$/.exec(written(context));
  const [, zone = '', rest = ''] = match ?? [];
  const removal = match && replaceValue(source, finding.at.path, JSON.stringify(rest));
  if (!removal) return [];
  const there = valueAt(source.document.body.value, [...at, 'spec', 'timeZone']);
  const insertion = there === undefined && findTimeZone(zone) ? insertField(source, [...at, 'spec', 'timeZone'], zone) : undefined;
  const title = insertion ? texts('fix-move-zone', { zone }) : texts('fix-remove-zone', { zone });
  return [{ title, edits: insertion ? [removal, insertion] : [removal], preferred: true }];
};

/** Sunday written as 7. */
export const daySeven: Fixer<'schedule-above'> = (context) => {
  const { finding } = context;
  if (finding.args.field !== 'dayOfWeek' || finding.args.value !== 7) return [];
  return rewrite(context, (fields) => {
    const days = fields[4]?.split(',').flatMap(sundayFirst);
    return days && [...fields.slice(0, 4), [...new Set(days)].join(',')];
  });
};

/** More or fewer than five fields: the seconds or the year of other cron programs taken away. */
export const fieldCount: Fixer = (context) => {
  const fields = written(context).trim().split(/\s+/);
  if (fields.length === 6) {
    const withoutSeconds = /^0+$/.test(fields[0] ?? '');
    return rewrite(context, (all) => (withoutSeconds ? all.slice(1) : all.slice(0, 5)));
  }
  return fields.length === 7 ? rewrite(context, (all) => all.slice(1, 6)) : [];
};

/** `@houry`: the name that is near. */
export const descriptor: Fixer<'schedule-descriptor-unknown'> = ({ source, finding, texts }) => {
  const names = ['@yearly', '@monthly', '@weekly', '@daily', '@hourly'];
  return nearestNames(String(finding.args.descriptor), names)
    .slice(0, 2)
    .flatMap((name, index) =>
      fix(texts('fix-replace', { value: name }), replaceValue(source, finding.at.path, JSON.stringify(name)), index === 0),
    );
};

/** A zone that is not in the IANA data: those of a similar name, or of the city meant. */
export const unknownZone: Fixer<'cron-job-time-zone-unknown'> = ({ source, finding, texts }) => {
  const typed = String(finding.args.value);
  const lower = typed.toLowerCase().replaceAll(' ', '_');
  const same = timeZoneNames.filter((name) => name.toLowerCase() === lower || name.toLowerCase().endsWith(`/${lower}`));
  const names = [...new Set([...same, ...nearestNames(typed, timeZoneNames)])].slice(0, 4);
  return names.flatMap((name, index) => fix(texts('fix-replace', { value: name }), setValue(source, finding.at.path, name), index === 0));
};

/** `Local` and an empty zone: the zone left out, which means the controller's own. */
export const noZone: Fixer = ({ source, finding, texts }) => [
  ...fix(texts('fix-replace', { value: 'Etc/UTC' }), setValue(source, finding.at.path, 'Etc/UTC'), true),
  ...fix(texts('fix-remove-field', { field: 'timeZone' }), removeField(source, finding.at.path)),
];

function rewrite(
  context: FixContext,
  change: (fields: readonly string[]) => readonly string[] | undefined,
  preferred = true,
): readonly Fix[] {
  const { source, finding, texts } = context;
  const fields = written(context).trim().split(/\s+/);
  const changed = change(fields)?.join(' ');
  if (changed === undefined || changed === fields.join(' ')) return [];
  return fix(texts('fix-replace', { value: changed }), replaceValue(source, finding.at.path, JSON.stringify(changed)), preferred);
}

/** A part of the days with 7 in it, as parts without; a part that cannot be written otherwise stays. */
function sundayFirst(part: string): string[] {
  if (part === '7') return ['0'];
  const range = /^(\d)-7$/.exec(part);
  const first = Number(range?.[1]);
  if (!range) return [part];
  if (first === 0 || first === 1) return ['0-6'];
  if (first === 7) return ['0'];
  return first === 6 ? ['0', '6'] : ['0', `${first}-6`];
}

function written({ source, finding }: FixContext): string {
  const value = valueAt(source.document.body.value, finding.at.path);
  return typeof value === 'string' ? value : '';
}
