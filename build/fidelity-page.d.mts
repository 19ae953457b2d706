/** The text of docs/fidelity.md, with the numbers of what is recorded. */
export function fidelityPage(): string;
