/** Reads word lists: one entry a line; blank lines and lines that start with `#` say nothing. */

/** The entries of `text` in order, white space around them removed. */
export function parseList(text: string): string[] {
  const entries: string[] = [];
  for (const line of text.split('\n')) {
    const entry = line.trim();
    if (entry !== '' && !entry.startsWith('#')) entries.push(entry);
  }
  return entries;
}
