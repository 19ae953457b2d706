/** Something taken for granted that the manifest does not say, or says only between the lines: `code` names its text. */
export interface Assumption {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}
