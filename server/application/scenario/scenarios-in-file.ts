import { startOfLine } from '../../manifest/lines.ts';
import { onceIn } from '../../plain/once-per.ts';
import { scenarioComment } from '../../simulator/scenario/scenario-comment.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { isScenarioName } from './scenario-name.ts';

/** The text of a scenario, where it stands in its file, and what it plays. */
export interface ScenarioInFile {
  readonly text: string;
  readonly start: number;
  /** It stands in the comment at the head of a document, whose signs are blanked out. */
  readonly comment: boolean;
  /** The document at whose head it stands; below the last document the number that the next one would have. */
  readonly document: number;
  /** The first object that it plays; undefined where there is none in this file. */
  readonly object: ObjectInText | undefined;
}

/** Where scenarios stand in a file: the whole of a scenario file, or the comments at the heads of a manifest's documents. */
export function scenariosIn(analysis: Analysis): readonly ScenarioInFile[] {
  if (!isScenarioName(analysis.text.uri)) return [...commentsOf(analysis).values()];
  return [{ text: analysis.text.getText(), start: 0, comment: false, document: 0, object: undefined }];
}

/** The comment that counts for an object: the one at the head of its own document, otherwise the one at the head of the file. */
export function scenarioCommentFor(analysis: Analysis, object: ObjectInText): ScenarioInFile | undefined {
  return countingFor(object, commentsOf(analysis));
}

/** The scenario that an offset of a file is in; before the sign of a comment it is in none. */
export function scenarioAt(analysis: Analysis, offset: number): ScenarioInFile | undefined {
  const content = analysis.text.getText();
  const line = content.slice(startOfLine(content, offset), offset);
  return scenariosIn(analysis).find(
    ({ text, start, comment }) => !comment || (start <= offset && offset <= start + text.length && /^[ \t]*#/.test(line)),
  );
}

/** By the document at whose head they stand. */
type Comments<One> = ReadonlyMap<number, One>;

const none: Comments<ScenarioInFile> = new Map();
const commentsOf = onceIn((analysis: Analysis) => analysis, findComments);

function findComments({ text, file: { documents }, objects }: Analysis): Comments<ScenarioInFile> {
  const content = text.getText();
  // Most files have none, which their text says at once.
  if (!content.includes('kubejob-scenario')) return none;
  // The head of a document begins where the one before it ends.
  const heads = [0, ...documents.map(({ start, body }) => start + body.text.length)];
  const comments = new Map(
    heads.flatMap((head, document) => {
      const comment = scenarioComment(content.slice(head));
      return comment ? [[document, { text: comment.text, start: head + comment.start, comment: true, document }] as const] : [];
    }),
  );
  const first = new Map(objects.toReversed().map((object) => [countingFor(object, comments), object]));
  return new Map([...comments].map(([document, comment]) => [document, { ...comment, object: first.get(comment) }]));
}

function countingFor<One>({ source }: ObjectInText, comments: Comments<One>): One | undefined {
  return comments.get(source.document.index) ?? comments.get(0);
}
