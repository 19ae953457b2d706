/** How findings can be printed. */
export const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'rdjson', 'checkstyle'] as const;

export type Format = (typeof formats)[number];

/** Those that show lines and fixes, which take time to look up. */
export const showsDetails = (format: Format): boolean => format === 'text' || format === 'rdjson';
