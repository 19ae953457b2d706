import { parseBody } from '../manifest/body.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import { type Part, splitDocuments } from '../manifest/split.ts';
import { textsIn } from '../messages/render.ts';
import { type Claims, claimsIn } from '../validation/advice/rule/claims.ts';
import { isBroken, judge, judgeEach } from '../validation/judge/judge.ts';
import { type Analysis, type Asked, foundBeside, howToJudge, judgeSettings, namesClaim, type ObjectInText } from './analysis.ts';
import { isChartValues } from './chart-values.ts';

/** A piece ends behind so many characters of the text, or so many objects. */
export interface PieceSize {
  readonly characters: number;
  readonly objects: number;
}

const usualSize: PieceSize = { characters: 2 ** 20, objects: 1000 };

/** Whether a text is long enough for pieces, and says nothing that concerns all of its documents: scenarios and placeholders do. */
export function isReadInPieces(text: string, { placeholders }: Pick<Asked['settings'], 'placeholders'>): boolean {
  return text.length > usualSize.characters && !placeholders && !text.includes('kubejob-scenario');
}

/**
 * What an analyzer finds in a text, piece by piece in its order, of which nothing is kept: for who judges a long text once. Each
 * piece has its own documents and objects alone. `now` as for an analyzer.
 */
export function* analysisInPieces(asked: Asked, now: () => number, most = usualSize): Generator<Analysis> {
  const { text, settings } = asked;
  const parts = splitDocuments(text.getText());
  const texts = textsIn(settings.language);
  let piece = emptyPiece(0);
  for (const { document, objects } of judgedDocuments(parts, asked, now)) {
    piece.documents.push(document);
    for (const judged of objects) {
      piece.objects.push(judged);
      // The faults of a broken document stand anywhere in it.
      if (piece.objects.length < most.objects || isBroken(document.body)) continue;
      yield analysisOf(piece);
      piece = emptyPiece(document.start);
      piece.documents.push(document);
    }
    if (document.start - piece.start < most.characters) continue;
    yield analysisOf(piece);
    piece = emptyPiece(document.start);
  }
  yield analysisOf(piece);

  function analysisOf({ documents, objects }: Piece): Analysis {
    return { ...asked, file: { documents }, objects, texts, committed: [] };
  }
}

interface Piece {
  readonly start: number;
  readonly documents: ManifestDocument[];
  readonly objects: ObjectInText[];
}

function emptyPiece(start: number): Piece {
  return { start, documents: [], objects: [] };
}

interface JudgedDocument {
  readonly document: ManifestDocument;
  /** Judged when they are asked for. */
  readonly objects: Iterable<ObjectInText>;
}

function* judgedDocuments(parts: readonly Part[], { text, settings, partial }: Asked, now: () => number): Generator<JudgedDocument> {
  const ofFile = { claims: claimsOf(parts), partial, placeholders: settings.placeholders };
  const how = howToJudge(judgeSettings(settings, now()), ofFile);
  const asPatch = { ...how, partial: true };
  const holdsOurs = () => parts.some((part) => judge(parseBody(part.text), how).length > 0);
  for (const [index, part] of parts.entries()) {
    const document = { index, start: part.start, body: parseBody(part.text) };
    yield { document, objects: objectsIn(document) };
  }

  function* objectsIn(document: ManifestDocument): Generator<ObjectInText> {
    const source = { text, document };
    let isNone = true;
    for (const judged of judgeEach(document.body, how)) {
      if (isNone && isChartValues(text.uri, document)) break;
      isNone = false;
      yield { source, judged, partial, inline: false };
    }
    if (isNone) yield* foundBeside(source, partial, holdsOurs, (body) => judge(body, asPatch));
  }
}

function claimsOf(parts: readonly Part[]): Claims {
  const bodies = parts.filter(({ text }) => namesClaim(text)).map(({ text }) => parseBody(text));
  return claimsIn(bodies.filter(({ templated }) => !templated).map(({ value }) => value));
}
