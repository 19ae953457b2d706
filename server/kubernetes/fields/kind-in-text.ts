import { asciiFor } from '../../unicode/look-alikes.ts';
import { groupOf, isForeign, isJobKind, type JobKind } from '../kinds.ts';
import { apiType } from './api-fields.ts';

/** Whether a text speaks of what is ours at all, as a patch does without naming a kind: said at once of most YAML, without reading it. */
export function mayConcernOurs(text: string): boolean {
  return /job|batch|\bList\b/i.test(text);
}

/** A kind of ours, or a List that may hold one, wherever it stands plainly. */
const kindPlainly = /(?<![\w-])(?:(?:Cron)?Job(?:List)?|List)(?!\w)/;
/** The group, in letters of any size, and no word of a sentence unless somebody calls it an apiVersion. */
const groupPlainly = /(?<![\w.-])batch(?![\w.-]| +\w)|apiVersion["']?\s*:\s*["']?batch(?![\w.-])/i;
/** In double quotes any letter may be written as an escape, or the lines be broken within the word. */
const escaped = /"[A-Za-z]*\\[xuU\r\n]/;
/** Bytes in base64 are read as the text that they are; tags may have handles of their own, and escapes. */
const inBase64 = /!\S*(?:binary|%)|^%TAG/m;
/** What somebody else fills in may be a kind. */
const filledInLater = /\{\{|\$\{/;

/**
 * Whether a text can hold a Job, a CronJob, or a List, whatever way it writes that, be it in letters that only look like these: a
 * property holds that no text that does is left out. Others, most YAML of a repository, need not be read for it.
 */
export function mayHoldOurs(text: string): boolean {
  if (mayHoldPlainly(text)) return true;
  const seen = asciiFor(text);
  return seen !== text && mayHoldPlainly(seen);
}

function mayHoldPlainly(text: string): boolean {
  if (kindPlainly.test(text) || groupPlainly.test(text)) return true;
  return escaped.test(text) || inBase64.test(text) || (filledInLater.test(text) && mayConcernOurs(text));
}

const claim = `["']?(?:kind["']?\\s*:\\s*(?:[|>][-+\\d]*\\s+)?["']?(?:Job|CronJob)\\b|apiVersion["']?\\s*:\\s*["']?batch\\b(?![.-]))`;
/** Blanks of one line: with line breaks among them each blank line would be a beginning from which all others are gone through. */
const blanks = '[^\\S\\r\\n\\u2028\\u2029]*';
const claimOnLine = new RegExp(`^${blanks}(?:\\?\\s+)?${claim}`, 'm');
const kindOnLine = new RegExp(`^${blanks}["']?kind["']?\\s*:`, 'm');
const claimInBraces = new RegExp(`[{,]\\s*${claim}`);

/**
 * Whether a text that cannot be read says that it is a Job, a CronJob or of the group `batch`: at the beginning of some
 * line, or between braces where no line begins with another kind. Letters and signs that look alike count as what they look like.
 */
export function claimsToBeOurs(written: string): boolean {
  const text = asciiFor(written);
  return claimOnLine.test(text) || (claimInBraces.test(text) && !kindOnLine.test(text));
}

/** The kind that a text gives itself, in block or flow style; undefined where it names none of ours. */
export function saidKind(text: string): JobKind | undefined {
  const kind = /(?:^|[\s{,\uFEFF])["']?kind["']?\s*:\s*["']?(Job|CronJob)(?![\w-])/.exec(text)?.[1];
  return isJobKind(kind) ? kind : undefined;
}

/** What the object in a text is: what it says, or else a CronJob where it has a field that no Job has. */
export function likelyKind(text: string): JobKind {
  return saidKind(text) ?? (hasCronJobField(text) ? 'CronJob' : 'Job');
}

const namesIn = (type: string) => Object.keys(apiType(type)?.properties ?? {});
const cronJobFields = namesIn('io.k8s.api.batch.v1.CronJobSpec').filter((name) => !namesIn('io.k8s.api.batch.v1.JobSpec').includes(name));
const cronJobKey = new RegExp(`(?:^|[\\s{,])["']?(?:${cronJobFields.join('|')})["']?\\s*:`);

/** Whether a field is one that of the two specs a CronJob's alone has, such as `schedule`. */
export function isCronJobField(name: string): boolean {
  return cronJobFields.includes(name);
}

/** Whether some key of a text is such a field. */
export function hasCronJobField(text: string): boolean {
  return cronJobKey.test(text);
}

/** What can be read of an object that is being typed. */
export interface HalfTyped {
  readonly apiVersion: string | undefined;
  /** Empty behind a key that has no value yet. */
  readonly kind: string | undefined;
  readonly hasCronJobField: boolean;
}

/** The kind of an object that is being typed: what it says, or seems about to say; undefined for what is none of ours. */
export function kindOfHalfTyped({ apiVersion, kind, hasCronJobField }: HalfTyped): JobKind | undefined {
  if (isForeign(apiVersion)) return undefined;
  if (isJobKind(kind)) return kind;
  const seemsOurs = kind === undefined ? beginsOurGroup(apiVersion) : /^(c|cr|cro|cron\w*|j|jo|job\w*)?$/i.test(kind);
  if (!seemsOurs) return undefined;
  return hasCronJobField || /^c/i.test(kind ?? '') ? 'CronJob' : 'Job';
}

/** Whether an apiVersion is of the group `batch`, or may become so: it is empty, or half typed. */
function beginsOurGroup(apiVersion: string | undefined): boolean {
  return apiVersion !== undefined && ('batch/v1'.startsWith(apiVersion) || groupOf(apiVersion).toLowerCase() === 'batch');
}
