/** Next and previous finding: through the articles of the case, in the order of files and lines, round and round. */
import { type Diagnostic, languages, type Position, TextEditorRevealType, type Uri, window } from 'vscode';
import { PRODUCT } from '../../protocol/names';

interface Place {
  readonly uri: Uri;
  readonly diagnostic: Diagnostic;
}

/** @param step 1: the next one, -1: the previous one */
export async function moveToFinding(step: 1 | -1): Promise<void> {
  const places = listPlaces();
  const editor = window.activeTextEditor;
  const here = editor && { uri: editor.document.uri, position: editor.selection.active };
  const after = places.findIndex(
    ({ uri, diagnostic }) => here && compare(uri, diagnostic.range.start, here) > 0,
  );
  const before = places.findLastIndex(
    ({ uri, diagnostic }) => here && compare(uri, diagnostic.range.start, here) < 0,
  );
  const place = step === 1 ? (places[after] ?? places[0]) : (places[before] ?? places.at(-1));
  if (place === undefined) return;
  const { start } = place.diagnostic.range;
  const shown = await window.showTextDocument(place.uri, {
    selection: place.diagnostic.range.with(start, start),
  });
  shown.revealRange(place.diagnostic.range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function listPlaces(): Place[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, list]) =>
      list.filter(({ source }) => source === PRODUCT).map((diagnostic) => ({ uri, diagnostic })),
    )
    .sort((a, b) =>
      compare(a.uri, a.diagnostic.range.start, { uri: b.uri, position: b.diagnostic.range.start }),
    );
}

function compare(
  uri: Uri,
  position: Position,
  other: { readonly uri: Uri; readonly position: Position },
): number {
  const [a, b] = [uri.toString(), other.uri.toString()];
  return a === b ? position.compareTo(other.position) : a < b ? -1 : 1;
}
