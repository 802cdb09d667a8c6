/** Places in articles as plain data. */

/** A range as LSP has it: zero-based lines and UTF-16 columns. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface PlainLocation {
  readonly uri: string;
  readonly range: PlainRange;
}
