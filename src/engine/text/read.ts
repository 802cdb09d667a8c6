/** Text → Document: paragraphs at line ends, then wink-nlp's sentences and tokens, offsets preserved. */
import type { Document, Paragraph, Sentence, Token } from './document';
import { foldKeepingOffsets } from './fold';
import { mendSentences } from './sentences';
import type { Tagged, TagText } from './wink';

/** Longest stretch handed to the tagger at once, in UTF-16 units; longer lines are cut at a space. */
const LONGEST = 20_000;
const LINE = /[^\r\n\u2028\u2029]+/g;
const BLANK = /^[\s\p{Cf}\p{Cc}]*$/u;

/** Reads `text` with `tag`; never throws for any text. */
export function readDocument(text: string, tag: TagText): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let lastLine = 0;
  for (const line of text.matchAll(LINE)) {
    if (BLANK.test(line[0])) continue;
    const start = line.index + (line[0].length - line[0].trimStart().length);
    const end = line.index + line[0].trimEnd().length;
    const from = sentences.length;
    for (const [a, b] of pieces(text, start, end)) {
      readPiece(text, a, b, tag, tokens, sentences, paragraphs.length);
    }
    const gap = Math.max(0, countLineEnds(text, lastLine, start) - 1);
    paragraphs.push({ start, end, from, to: sentences.length, gap });
    lastLine = end;
  }
  return { text, tokens, sentences, paragraphs };
}

function* pieces(text: string, start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const cut = space > from ? space + 1 : from + LONGEST;
    yield [from, cut];
    from = cut;
  }
  if (from < end) yield [from, end];
}

function readPiece(
  text: string,
  start: number,
  end: number,
  tag: TagText,
  tokens: Token[],
  sentences: Sentence[],
  paragraph: number,
): void {
  const folded = foldKeepingOffsets(text.slice(start, end));
  const tagged = tag(folded);
  const places = locate(folded, tagged);
  const lower = folded.toLowerCase();
  const first = tokens.length;
  const sameLength = lower.length === folded.length;
  const kept: number[] = [];
  places.forEach((place, i) => {
    const [a, b] = place;
    const name = tagged.tags[i] ?? 'X';
    kept.push(tokens.length);
    if (a === b || (name as string) === 'SPACE') return;
    tokens.push({
      start: start + a,
      end: start + b,
      text: text.slice(start + a, start + b),
      lower: sameLength ? lower.slice(a, b) : folded.slice(a, b).toLowerCase(),
      tag: name,
      lemma: (tagged.lemmas[i] ?? '').toLowerCase(),
    });
  });
  kept.push(tokens.length);
  const ranges = tagged.sentences.map(([a, b]) => [kept[a] ?? first, kept[b + 1] ?? tokens.length] as const);
  for (const [from, to] of mendSentences(tokens, ranges)) {
    const head = tokens[from];
    const tail = tokens[to - 1];
    if (head !== undefined && tail !== undefined && to > from) {
      sentences.push({ start: head.start, end: tail.end, from, to, paragraph });
    }
  }
}

/** Start and end of each token within `folded`. Trusts wink's spaces and checks against the text. */
function locate(folded: string, { values, spaces }: Tagged): (readonly [number, number])[] {
  let at = 0;
  return values.map((value, i) => {
    let start = at + (spaces[i]?.length ?? 0);
    if (!folded.startsWith(value, start)) {
      const found = folded.indexOf(value, at);
      start = found >= 0 && found - at < 200 ? found : at;
    }
    const end = Math.min(folded.length, start + value.length);
    at = end;
    return [Math.min(start, end), end];
  });
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 0x2028 || unit === 0x2029 || (unit === 13 && text.charCodeAt(i + 1) !== 10))
      count++;
  }
  return count;
}
