import { resolveName } from '../../kubernetes/creation/generate-name.ts';
import { controllerUidLabels, generatedLabels, jobNameLabels } from '../../kubernetes/creation/identity.ts';
import { prepareForCreate, sharesLabels } from '../../kubernetes/creation/prepare-for-create.ts';
import { field, key, nodePath, root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing, type Place } from '../../kubernetes/finding/finding.ts';
import type { Job, LabelSelector } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { labelValueProblems } from '../../kubernetes/names/name-problems.ts';
import { selectorMatches } from '../../kubernetes/names/selector.ts';
import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import { relatedField } from '../common-rules.ts';
import type { RuleContext } from '../context.ts';
import { validateLabelSelector } from '../metadata/label-selector.ts';

/** Stands for the uid that the server will give; nobody writes it by chance. */
const someUid = '00000000-0000-0000-0000-00000000000f';

/** The selector of a Job to be created, and the labels that the server puts on its pods. */
export function validateJobSelector(job: Job, { version }: RuleContext): Finding[] {
  const name = resolveName(job.metadata);
  const prepared = prepareForCreate(job, { name, uid: someUid }, version);
  const generated = job.spec?.manualSelector ? [] : validateGenerated(job, name, prepared.spec?.selector, version);
  return [
    ...generated,
    ...validateSelector(job.spec?.selector, prepared.spec?.selector),
    ...validateTemplateMatches(prepared.spec?.selector, prepared.spec?.template?.metadata?.labels ?? {}),
  ];
}

/** The selector of a Job that exists. Since 1.37 the generated labels of its pods are not judged again (pkg/registry/batch/job/strategy.go). */
export function validateSelectorOfExisting(job: Job, old: Job, { version }: RuleContext): Finding[] {
  const { selector, template } = job.spec ?? {};
  const isGenerated = selector !== undefined && !job.spec?.manualSelector;
  return [
    ...(isGenerated && !atLeast(version, '1.37') ? validateKeptLabels(job, old) : []),
    ...validateSelector(selector, selector),
    ...validateTemplateMatches(selector, template?.metadata?.labels ?? {}),
  ];
}

/** Those with a prefix are asked for only where both were there before. */
function validateKeptLabels({ metadata = {}, spec }: Job, old: Job): Finding[] {
  const labels = spec?.template?.metadata?.labels ?? {};
  const before = old.spec?.template?.metadata?.labels ?? {};
  const generated = Object.entries(generatedLabels(metadata.name ?? '', metadata.uid || (old.metadata?.uid ?? '')));
  const prefixed = generated.every(([label]) => !label.includes('/') || before[label] !== undefined);
  const expected = generated.filter(([label]) => prefixed || !label.includes('/'));
  const unlike = expected.flatMap(([label, value]) => {
    if (labels[label] === value) return [];
    const reason = labels[label] === undefined ? 'Required' : 'Invalid';
    return [bad(key(templateLabelsPath, label), reason, 'job-generated-label', { args: { label, value } })];
  });
  return [...unlike, ...validateGeneratedSelector(spec?.selector, Object.fromEntries(expected))];
}

const specPath = field(root, 'spec');
const selectorPath = field(specPath, 'selector');
const templateLabelsPath = field(specPath, 'template', 'metadata', 'labels');

function validateGenerated(job: Job, name: string, selector: LabelSelector | undefined, version: KubernetesVersion): Finding[] {
  const labels = job.spec?.template?.metadata?.labels ?? {};
  const found: Finding[] = [];
  const generatesName = !job.metadata?.name && name !== '';
  for (const label of jobNameLabels) {
    const value = labels[label];
    if (value !== undefined && (generatesName || value !== name)) {
      const args = generatesName ? { label } : { label, name };
      found.push(bad(key(templateLabelsPath, label), 'Invalid', 'job-name-label', { args }));
    }
  }
  for (const label of controllerUidLabels) {
    if (labels[label] !== undefined)
      found.push(bad(key(templateLabelsPath, label), 'Invalid', 'job-controller-uid-label', { args: { label } }));
  }
  return [...found, ...validateGeneratedSelector(selector, generatedLabels(name, someUid)), ...validateNameAsLabel(job, name, version)];
}

/** Without manualSelector, a selector that can be read is to match the labels that the server gives. */
function validateGeneratedSelector(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): Finding[] {
  if (!selector || validateLabelSelector(selector, selectorPath).length > 0 || selectorMatches(selector, labels)) return [];
  return [bad(selectorPath, 'Invalid', 'job-selector-not-generated', { at: { path: nodePath(selectorPath), part: 'key' } })];
}

/** The pods get the Job's name as a label; a Job without labels of its own gets the labels of its pods. */
function validateNameAsLabel(job: Job, name: string, version: KubernetesVersion): Finding[] {
  const labels = job.spec?.template?.metadata?.labels ?? {};
  if (jobNameLabels.every((label) => labels[label] !== undefined)) return [];
  const at: Place = { path: ['metadata', job.metadata?.name ? 'name' : 'generateName'], part: 'value' };
  const faults = labelValueProblems(name).map(({ code }) => ({ value: name, long: code === 'name-length', length: byteLength(name) }));
  const own = sharesLabels(job, version) ? faults : [];
  return [
    ...faults.map((args) => bad(field(specPath, 'template', 'labels'), 'Invalid', 'job-name-as-pod-label', { args, at })),
    ...own.map((args) => bad(field(root, 'metadata', 'labels'), 'Invalid', 'job-name-as-own-label', { args, at })),
  ];
}

function validateSelector(written: LabelSelector | undefined, prepared: LabelSelector | undefined): Finding[] {
  return prepared ? validateLabelSelector(written, selectorPath) : [missing(selectorPath, 'job-selector-missing')];
}

function validateTemplateMatches(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): Finding[] {
  if (selector && validateLabelSelector(selector, selectorPath).length > 0) return [];
  if (selectorMatches(selector, labels)) return [];
  const at: Place = { path: nodePath(templateLabelsPath), part: 'key' };
  if (!selector) return [bad(templateLabelsPath, 'Invalid', 'job-selector-none', { at })];
  return [bad(templateLabelsPath, 'Invalid', 'job-selector-mismatch', { at, related: [relatedField(specPath, 'selector')] })];
}
