/** The text of docs/versions.md, as the table of differences says it. */
export function configurationSchemaText(): Promise<string>;
