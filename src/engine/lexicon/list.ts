/** Reads the word lists of this folder: one entry a line, `#` lines are comments. */

/** The entries of a list in the file's order; blank lines and comment lines are left out. */
export function readList(text: string): string[] {
  const entries: string[] = [];
  for (const line of text.split('\n')) {
    const entry = line.trim();
    if (entry !== '' && !entry.startsWith('#')) entries.push(entry);
  }
  return entries;
}
