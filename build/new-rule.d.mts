/** Writes the files of a rule of our own below a root; returns their paths. What is wrong with a name is an error. */
export function newRule(name: string, root?: string): readonly string[];
