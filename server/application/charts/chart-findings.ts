import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { RenderedDocument, TemplateLine, TemplateText } from '../../charts/rendered-chart.ts';
import { templateActions } from '../../manifest/templates/template-actions.ts';
import { includesVersion, templateBlocks } from '../../manifest/templates/template-blocks.ts';
import type { Analysis, Analyzer } from '../analysis.ts';
import { withFactsOfRelease } from '../facts/known-facts.ts';
import { committedObjects, withCommitted } from '../findings/committed-objects.ts';
import { fileFindings } from '../findings/file-findings.ts';
import type { LocatedFinding } from '../located-finding.ts';
import {
  type BuiltFinding,
  type BuiltVerdict,
  builtFinding,
  type DeliveredFinding,
  type HowToJudgeBuilt,
  verdictOf,
} from './built-verdict.ts';
import { type ValuesBehind, valuesBehind } from './values-behind.ts';

/** What is known of a chart that stands in files. */
interface Chart {
  /** Reads files of the chart, and those of values. */
  readonly text: TemplateText;
  /** Of several the last that has a value made it. */
  readonly valuesFiles: readonly string[];
}

interface Rendered {
  readonly document: RenderedDocument;
  readonly text: TemplateText;
  readonly valuesOf: ValuesBehind;
}

/**
 * Judges what a chart was rendered to, and puts each finding on the template's line that wrote it. An analyzer that has seen the chart
 * before judges only the documents that have changed.
 */
export function chartFindings(
  documents: readonly RenderedDocument[],
  { text, valuesFiles }: Chart,
  { settings, facts, findingsOf, committed }: HowToJudgeBuilt,
  analyzer: Analyzer,
): BuiltVerdict {
  const before = committedObjects(committed, settings, analyzer);
  const valuesOf = valuesBehind(valuesFiles, text);
  const known = withFactsOfRelease(
    facts,
    documents.map((document) => document.text),
  );
  const judged = documents
    .filter((document) => /job|batch/i.test(document.text) && !isDefinition(document.text))
    .map((document): BuiltVerdict => {
      const analyse = (name: string, content: string) =>
        withCommitted(analyzer.analyse(TextDocument.create(name, 'yaml', 1, content), settings, false, known), before);
      const name = `${document.template}#${document.number}`;
      const analysis = analyse(name, document.text);
      const found = findingsOf ? findingsOf(analysis) : ofAnyRelease(analysis, (content) => analyse(`${name}#${shortRelease}`, content));
      const own = found.map((one) => placed(one, { document, text, valuesOf })).filter((one) => !isOfOtherCluster(one, text));
      return { objects: analysis.objects.length, findings: own };
    });
  return verdictOf(judged);
}

function placed(found: DeliveredFinding, { document, text, valuesOf }: Rendered): BuiltFinding {
  const { start } = found.range;
  const line: TemplateLine = document.lines[start.line] ?? { file: document.template, line: 0 };
  const template = (text(line.file) ?? '').split(/\r?\n/)[line.line] ?? '';
  const rendered = document.text.split('\n')[start.line] ?? '';
  return builtFinding(found, document.number, {
    file: line.file,
    range: columns(line.line, template, written(rendered, found.range)),
    values: valuesOf(line, rendered),
  });
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
function isOfOtherCluster({ finding, file, range }: BuiltFinding, text: TemplateText): boolean {
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
