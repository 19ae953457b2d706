/** Each page of `docs/rules` by the name of its file, as the files of the rules say it. */
export function rulePages(): Promise<ReadonlyMap<string, string>>;
