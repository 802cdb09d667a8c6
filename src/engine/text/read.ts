/** Text → Document: paragraphs at line ends, then the tagger's sentences and tokens, offsets preserved. */
import type { Document, Paragraph, Sentence, Token } from './document';
import { mendSentences } from './sentences';
import type { TagText } from './tagger';

/** Longest stretch handed to the tagger at once, in UTF-16 units; longer lines are cut at a space. */
const LONGEST = 20_000;
/** How far back from there a space is looked for. */
const LOOK_BACK = 1_000;
const BLANK = /^[\s\p{Cf}\p{Cc}]*$/u;

/** Reads `text` with `tag`; never throws for any text. Built piece by piece, so that equal lines are read alike. */
export function readDocument(text: string, tag: TagText): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let blankLines = 0;
  for (const [lineStart, lineEnd] of lines(text)) {
    const line = text.slice(lineStart, lineEnd);
    if (BLANK.test(line)) {
      blankLines++;
      continue;
    }
    const start = lineStart + (line.length - line.trimStart().length);
    const end = lineStart + line.trimEnd().length;
    const from = sentences.length;
    for (const [a, b] of pieces(text, start, end)) {
      addPiece(text, a, b, tag, tokens, sentences, paragraphs.length);
    }
    paragraphs.push({ start, end, from, to: sentences.length, gap: blankLines });
    blankLines = 0;
  }
  return { text, tokens, sentences, paragraphs };
}

/** Lines without their ends: LF, CRLF, CR, and the line and paragraph separators of Unicode. */
function* lines(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 13 && unit !== 0x2028 && unit !== 0x2029) continue;
    if (unit !== 10 && unit !== 13 && unit < 0x2028) continue;
    yield [start, at];
    if (unit === 13 && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
  if (start < text.length) yield [start, text.length];
}

function* pieces(text: string, start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  while (end - from > LONGEST) {
    const edge = from + LONGEST;
    const space = text.slice(edge - LOOK_BACK, edge).lastIndexOf(' ');
    const cut = space >= 0 ? edge - LOOK_BACK + space + 1 : isPair(text, edge) ? edge - 1 : edge;
    yield [from, cut];
    from = cut;
  }
  if (from < end) yield [from, end];
}

/** Whether a cut at `at` would part a surrogate pair. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function addPiece(
  text: string,
  start: number,
  end: number,
  tag: TagText,
  tokens: Token[],
  sentences: Sentence[],
  paragraph: number,
): void {
  const { starts, ends, texts, lowers, tags, lemmas, sentences: heads } = tag(text.slice(start, end));
  const first = tokens.length;
  for (let i = 0; i < starts.length; i++) {
    tokens.push({
      start: (starts[i] ?? 0) + start,
      end: (ends[i] ?? 0) + start,
      text: texts[i] ?? '',
      lower: lowers[i] ?? '',
      tag: tags[i] ?? 'X',
      lemma: lemmas[i] ?? '',
    });
  }
  const ranges = heads.map((from, i) => [from + first, (heads[i + 1] ?? starts.length) + first] as const);
  for (const [from, to] of mendSentences(tokens, ranges)) {
    const head = tokens[from];
    const tail = tokens[to - 1];
    if (head === undefined || tail === undefined) continue;
    sentences.push({ start: head.start, end: tail.end, from, to, paragraph });
  }
}
