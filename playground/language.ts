/** Those that the page speaks. */
export type Language = 'en' | 'ko';
