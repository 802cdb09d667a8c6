/** The only place where the engine's spans and LSP's positions, ranges and locations meet. */
import type { Location, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../engine';
import { LANGUAGE } from '../protocol/names';

/** A text frozen with its line index; positions are asked of it, never of a document that goes on changing. */
export type Snapshot = TextDocument;

/** Freezes `text`; the line index is built when first needed. */
export function takeSnapshot(uri: string, version: number, text: string): Snapshot {
  return TextDocument.create(uri, LANGUAGE, version, text);
}

export function toRange(snapshot: Snapshot, span: Span): Range {
  return { start: snapshot.positionAt(span.start), end: snapshot.positionAt(span.end) };
}

export function toLocation(snapshot: Snapshot, span: Span): Location {
  return { uri: snapshot.uri, range: toRange(snapshot, span) };
}

/** UTF-16 offset of `position`; positions outside the text are moved to its nearest end. */
export function toOffset(snapshot: Snapshot, position: Position): number {
  return snapshot.offsetAt(position);
}

export function toSpan(snapshot: Snapshot, { start, end }: Range): Span {
  return { start: snapshot.offsetAt(start), end: snapshot.offsetAt(end) };
}

/** The parts of `span` that lie on one line each, without line ends: semantic tokens may not cross lines. */
export function splitAtLines(snapshot: Snapshot, span: Span): Span[] {
  const text = snapshot.getText();
  const parts: Span[] = [];
  let start = span.start;
  for (let at = span.start; at <= span.end; at++) {
    const unit = at < span.end ? text.charCodeAt(at) : 10;
    if (unit !== 10 && unit !== 13) continue;
    if (at > start) parts.push({ start, end: at });
    start = at + 1;
  }
  return parts;
}
