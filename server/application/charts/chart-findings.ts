import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { RenderedDocument, TemplateLine, TemplateText } from '../../charts/rendered-chart.ts';
import { templateActions } from '../../manifest/templates/template-actions.ts';
import { includesVersion, templateBlocks } from '../../manifest/templates/template-blocks.ts';
import type { JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { Analysis, Analyzer } from '../analysis.ts';
import { type KnownFacts, withFactsOfRelease } from '../facts/known-facts.ts';
import type { RefusedDelivery } from '../findings/change-findings.ts';
import { committedObjects, withCommitted } from '../findings/committed-objects.ts';
import { fileFindings } from '../findings/file-findings.ts';
import type { LocatedFinding, ObjectName } from '../located-finding.ts';
import type { Settings } from '../settings/settings.ts';
import { type ValuePlace, type ValuesBehind, valuesBehind } from './values-behind.ts';

/** A finding of a rendered document, where it stands in the chart. */
export interface ChartFinding {
  /** Below the chart's folder. */
  readonly file: string;
  /** `document` counts the documents of the template, not those of its file. */
  readonly about: ObjectName;
  readonly finding: JudgedFinding;
  readonly range: Range;
  readonly message: string;
  readonly isConsequence?: true;
  /** Of a change that is refused: what comes of it. */
  readonly delivery?: RefusedDelivery;
  /** The lines of values files that went into the template's line. */
  readonly values: readonly ValuePlace[];
}

export interface ChartVerdict {
  /** How many Jobs and CronJobs were rendered. */
  readonly objects: number;
  /** By file and position, each once however often a line was rendered. */
  readonly findings: readonly ChartFinding[];
}

/**
 * Judges what a chart was rendered to, and puts each finding on the template's line that wrote it. `text` reads files of
 * the chart, `valuesFiles` are read by it too; of several the last that has a value made it. An analyzer that has seen the chart before
 * judges only the documents that have changed. `committed` are the manifests that the chart made when it was committed last.
 */
export function chartFindings(
  documents: readonly RenderedDocument[],
  text: TemplateText,
  valuesFiles: readonly string[],
  settings: Settings,
  facts: KnownFacts,
  analyzer: Analyzer,
  findingsOf?: (analysis: Analysis) => readonly (LocatedFinding & { readonly delivery?: RefusedDelivery })[],
  committed?: string,
): ChartVerdict {
  const before = committedObjects(committed, settings, analyzer);
  const valuesOf = valuesBehind(valuesFiles, text);
  const known = withFactsOfRelease(
    facts,
    documents.map((document) => document.text),
  );
  const judged = documents
    .filter((document) => /job|batch/i.test(document.text) && !isDefinition(document.text))
    .map((document) => {
      const analyse = (name: string, content: string) =>
        withCommitted(analyzer.analyse(TextDocument.create(name, 'yaml', 1, content), settings, false, known), before);
      const name = `${document.template}#${document.number}`;
      const analysis = analyse(name, document.text);
      const found = findingsOf ? findingsOf(analysis) : ofAnyRelease(analysis, (content) => analyse(`${name}#${shortRelease}`, content));
      const own = found.map((one) => placed(one, document, text, valuesOf)).filter((one) => !isOfOtherCluster(one, text));
      return { objects: analysis.objects.length, findings: own };
    });
  const findings = judged.flatMap((one) => one.findings).sort(byPlace);
  return { objects: judged.reduce((sum, { objects }) => sum + objects, 0), findings: withoutRepeats(findings) };
}

function placed(
  found: LocatedFinding & { readonly delivery?: RefusedDelivery },
  document: RenderedDocument,
  text: TemplateText,
  valuesOf: ValuesBehind,
): ChartFinding {
  const { about, finding, message, range } = found;
  const line: TemplateLine = document.lines[range.start.line] ?? { file: document.template, line: 0 };
  const template = (text(line.file) ?? '').split(/\r?\n/)[line.line] ?? '';
  const rendered = document.text.split('\n')[range.start.line] ?? '';
  return {
    file: line.file,
    about: { ...about, document: document.number },
    finding,
    range: columns(line.line, template, written(rendered, range)),
    message,
    ...(found.isConsequence ? { isConsequence: true } : {}),
    ...(found.delivery ? { delivery: found.delivery } : {}),
    values: valuesOf(line, rendered),
  };
}

/** What helm calls a release that nobody names. */
const unnamedRelease = 'release-name';
/** The shortest name that one can have. */
const shortRelease = 'r';

/** Without the errors that a shorter name of the release takes away: how it is called is none of the chart. */
function ofAnyRelease(analysis: Analysis, analyse: (content: string) => Analysis): readonly LocatedFinding[] {
  const found = fileFindings(analysis);
  const content = analysis.text.getText();
  const isAboutName = ({ finding, range, message }: LocatedFinding) =>
    finding.severity === 'error' && (message.includes(unnamedRelease) || analysis.text.getText(range).includes(unnamedRelease));
  if (!found.some(isAboutName)) return found;
  const placeOf = ({ finding }: LocatedFinding) => `${finding.code} ${finding.path}`;
  const shorter = new Set(fileFindings(analyse(content.replaceAll(unnamedRelease, shortRelease))).map(placeOf));
  return found.filter((one) => one.finding.severity !== 'error' || shorter.has(placeOf(one)));
}

/**
 * Whether an API version is written only where a cluster does not offer another one, such as `batch/v1/CronJob`: `helm template` knows of no
 * kind what a cluster offers, and writes the older one. A helper that is included may ask for it, too, as its name says.
 */
function isOfOtherCluster({ finding, file, range }: ChartFinding, text: TemplateText): boolean {
  if (finding.code !== 'cron-job-v1beta1') return false;
  const template = text(file) ?? '';
  const written = TextDocument.create(file, 'yaml', 1, template);
  const actions = templateActions(template);
  const [at, to] = [written.offsetAt(range.start), written.offsetAt(range.end)];
  if (actions.some((action) => includesVersion(action) && action.start < to && action.end > at)) return true;
  const blocks = templateBlocks(actions, template.length);
  return blocks.some(({ asksForVersion, branches }) => asksForVersion && branches.some(({ start, end }) => start <= at && at < end));
}

/** Definitions of other kinds may be very long, and none is a Job. */
function isDefinition(text: string): boolean {
  return /^kind: *CustomResourceDefinition *$/m.test(text);
}

/** What a range covers of its first line. */
function written(line: string, { start, end }: Range): string {
  return line.slice(start.character, end.line === start.line ? end.character : undefined).trim();
}

/** The same text on the template's line where it stands there; otherwise all that is written on the line. */
function columns(line: number, template: string, text: string): Range {
  const at = text === '' ? -1 : template.indexOf(text);
  const [start, end] = at >= 0 ? [at, at + text.length] : [template.length - template.trimStart().length, template.trimEnd().length];
  return { start: { line, character: start }, end: { line, character: Math.max(start, end) } };
}

/** By file and position. */
export function byPlace(one: ChartFinding, other: ChartFinding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  const [a, b] = [one.range.start, other.range.start];
  return a.line - b.line || a.character - b.character;
}

/** A line that is rendered for each item of a range, or by two templates, says the same each time. */
export function withoutRepeats(findings: readonly ChartFinding[]): readonly ChartFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, range, finding, message }) => {
    const key = JSON.stringify([file, range, finding.code, message]);
    return !seen.has(key) && seen.add(key);
  });
}
