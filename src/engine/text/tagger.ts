/** The tagger that analysis uses: remembers the latest pieces of text, and keeps wink-nlp's memory bounded. */
import { type Piece, readPiece } from './piece';
import { createWinkMaker } from './wink';

/** Reads one piece of text; a pure function, however many texts it has seen. */
export type TagText = (text: string) => Piece;

/** A tagger that can also say which words its dictionary holds. */
export interface Tagger {
  (text: string): Piece;
  /** @param word lower case, without diacritics */
  readonly knows: (word: string) => boolean;
}

/** Unseen words after which a new wink-nlp instance is made: some 10 MB, and none of its tables overflows. */
const MOST_UNSEEN = 12_000;
/** Text whose pieces are remembered, so that an edit reads anew only the paragraphs it touches. UTF-16 units. */
const MOST_REMEMBERED = 400_000;

/**
 * @param core text of `eng-core-web-model.json` of wink-eng-lite-web-model
 * @throws SyntaxError when `core` is not that JSON (a broken installation, not user input)
 */
export function createTagger(core: string): Tagger {
  const makeWink = createWinkMaker(core);
  let wink = makeWink();
  const remembered = new Map<string, Piece>();
  let size = 0;
  const tag: TagText = (text) => {
    const known = remembered.get(text);
    if (known !== undefined) {
      remembered.delete(text);
      remembered.set(text, known);
      return known;
    }
    if (wink.unseen() > MOST_UNSEEN) wink = makeWink();
    const piece = readPiece(text, wink.tag);
    remembered.set(text, piece);
    size += text.length;
    for (const oldest of remembered.keys()) {
      if (size <= MOST_REMEMBERED) break;
      remembered.delete(oldest);
      size -= oldest.length;
    }
    return piece;
  };
  return Object.assign(tag, { knows: (word: string) => wink.knows(word) });
}
