import { dnsLabelProblems, dnsSubdomainProblems, type NameCheck, portNameProblems } from '../../kubernetes/names/name-problems.ts';
import { parseQuantity } from '../../kubernetes/values/quantity.ts';
import type { CodeWith } from '../../messages/en/index.ts';
import type { Argument, Arguments } from '../../messages/table/message-table.ts';
import { valueAt } from '../../plain/node-path.ts';
import { removeField, setValue } from '../writing/edits.ts';
import { type Fix, type FixContext, type Fixer, fix } from './fix.ts';

/** The number put in place of the one that is written. */
export function nearestTo(value: number): Fixer {
  return (context) => {
    const { path } = context.finding.at;
    const list = path.findLast((segment) => typeof segment === 'string');
    const title = context.texts('fix-set-field', { field: String(list ?? ''), value });
    return fix(title, setValue(context.source, path, value), true);
  };
}

/** A number in place of one that may not stand there. */
export function replacedBy(value: number): Fixer {
  return (context) => replaced(context, value);
}

/** The most that the finding itself names in an argument. */
export function atMost<Name extends string>(name: Name): Fixer<CodeWith<Name>> {
  return (context) => {
    const args: Arguments = context.finding.args;
    return replaced(context, args[name]);
  };
}

/** The end of the range that is nearer. */
export const intoRange: Fixer<'number-range'> = (context) => {
  const { value, min, max } = context.finding.args;
  return replaced(context, Number(value) < Number(min) ? min : max);
};

function replaced(context: FixContext, value: Argument | undefined): readonly Fix[] {
  if (typeof value !== 'number') return [];
  return fix(context.texts('fix-replace', { value }), setValue(context.source, context.finding.at.path, value), true);
}

/** The second of two equal entries taken out. */
export const duplicate: Fixer = ({ source, finding, texts }) => {
  const { path } = finding.at;
  if (typeof path.at(-1) === 'string') return fix(texts('fix-remove-field', { field: String(path.at(-1)) }), removeField(source, path));
  return fix(texts('fix-remove-item'), removeField(source, path), true);
};

/** The entry of a list that a field stands in, where the field alone would leave one that says nothing. */
export const removeEntry: Fixer = ({ source, finding, texts }) => {
  const { path } = finding.at;
  const entry = path.slice(0, path.findLastIndex((segment) => typeof segment === 'number') + 1);
  return fix(texts('fix-remove-item'), removeField(source, entry), true);
};

/** A quantity with a blank in it, or with the `B` of bytes behind it. */
export const quantity: Fixer<'unreadable-quantity'> = ({ source, finding, texts }) => {
  const written = String(finding.args.value);
  const units: Readonly<Record<string, string>> = {
    kb: 'k',
    mb: 'M',
    gb: 'G',
    tb: 'T',
    kib: 'Ki',
    mib: 'Mi',
    gib: 'Gi',
    tib: 'Ti',
    ki: 'Ki',
    mi: 'Mi',
    gi: 'Gi',
    g: 'G',
    b: '',
  };
  const parts = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(written);
  const unit = parts?.[2] ?? '';
  const value = `${parts?.[1] ?? ''}${units[unit.toLowerCase()] ?? unit}`;
  if (!parts || value === written || !parseQuantity(value)) return [];
  return fix(texts('fix-replace', { value }), setValue(source, finding.at.path, value), true);
};

/** A name in the form that Kubernetes allows: lower case, other characters made dashes. A port may be a number instead. */
export const validName: Fixer = ({ source, finding, texts }) => {
  const { path } = finding.at;
  const { value, limit }: Arguments = finding.args;
  if (source.document.body.scalarSource(path) === undefined) return [];
  const written = String(value ?? valueAt(source.document.body.value, path) ?? '');
  const form = formOf(finding.code);
  const name = written
    .toLowerCase()
    .replace(form.others, '-')
    .replace(/^[-.]+/, '')
    .slice(0, typeof limit === 'number' ? limit : form.longest)
    .replace(/[-.]+$/, '');
  const offer = (better: string | number) => fix(texts('fix-replace', { value: better }), setValue(source, path, better), true);
  if (form === portName && isPortNumber(name) && path.at(-1) !== 'name') return offer(Number(name));
  return name !== written && form.problems(name).length === 0 ? offer(name) : [];
};

interface NameForm {
  readonly problems: NameCheck;
  readonly longest: number;
  /** What becomes a dash. */
  readonly others: RegExp;
}

const portName: NameForm = { problems: portNameProblems, longest: 15, others: /[^a-z0-9]+/g };
const dnsLabel: NameForm = { problems: dnsLabelProblems, longest: 63, others: /[^a-z0-9-]+/g };
const dnsSubdomain: NameForm = { problems: dnsSubdomainProblems, longest: 253, others: /[^a-z0-9.-]+/g };

function formOf(code: string): NameForm {
  if (code === 'name-port') return portName;
  return /subdomain|name-length/.test(code) ? dnsSubdomain : dnsLabel;
}

function isPortNumber(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
