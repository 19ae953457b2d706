/** Stands in a text for what a template's action writes there: of all characters one that is for private use, so that nobody wrote it. */
export const filledIn = '\uE000';
