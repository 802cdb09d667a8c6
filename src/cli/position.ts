/** Offsets as lines and columns for people. */

/** Finds line and column, both from 1, of a UTF-16 offset into one text; columns count UTF-16 units. */
export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** Line ends are LF, CRLF and CR, as in the editor. */
export function createLocate(text: string): Locate {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
