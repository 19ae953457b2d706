/** Which object of a text document is meant: its place among the documents of the file, and in a List. */
export interface ObjectId {
  readonly document: number;
  readonly item?: number;
}

export interface ObjectSummary extends ObjectId {
  readonly kind: 'Job' | 'CronJob';
  readonly name: string | null;
  /** Lines count from 0; the last line is the last of the object's text. */
  readonly firstLine: number;
  readonly lastLine: number;
}
