/** What differs, as names: `TYPE.FIELD`, of a changed field with both shapes. */
export interface VersionChanges {
  readonly version: string;
  readonly newTypes: readonly string[];
  readonly newFields: readonly string[];
  readonly goneFields: readonly string[];
  readonly changedFields: readonly string[];
}
/** `known` is schemas/fields.json, `openApi` the document of a release. */
export function compareVersions(known: unknown, openApi: unknown): VersionChanges;
export function whatToDo(changes: VersionChanges): string;
