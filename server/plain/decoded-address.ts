/** An address, or a part of one, without its escapes; as it is where they are none, as in `100%.yaml`. */
export function decodedAddress(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
