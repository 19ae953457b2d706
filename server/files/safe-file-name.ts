/** What an object is called may be anything; as a file's name it has letters, digits, `.`, `-` and `_` alone. */
export function safeFileName(name: string): string {
  return name.replace(/[^\w.-]/g, '_');
}
