/** Speech that layout attributes: transcripts (`REYES: …`), “Name: …” headlines, and signatures (“― Name”) under quotations. */
import type { Layout } from '../article/layout';
import type { Names } from '../names/names';
import { tokenAt } from '../text/document';
import type { Mention, Span } from '../types';
import type { Draft } from './draft';
import type { Reading } from './reading';

const LABEL = /^([\p{Lu}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,4})(?: \([^)\n]{1,40}\))?:\s+(?=\S)/u;
const TRANSCRIPT = /^(?:[\p{Lu}'’.-]{2,}|[\p{Lu}]\.?)(?: (?:[\p{Lu}'’.-]{2,}|[\p{Lu}]\.?)){0,4}$/u;
const SIGNATURE = /^\s*[―—–-]{1,2}\s*(?=[\p{Lu}])/u;
/** Log odds of quotations found by layout. */
const ODDS = 2;
const LONGEST_LABEL = 120;

/** Finds speech attributed by layout; words that `drafts` claim by more than a colon are left to them. */
export function findLabelled(
  reading: Reading,
  layout: Layout,
  names: Names,
  drafts: readonly Draft[],
): Draft[] {
  const { document } = reading;
  const labels = document.paragraphs.map(({ start, end }) =>
    LABEL.exec(document.text.slice(start, Math.min(end, start + LONGEST_LABEL))),
  );
  const times = new Map<string, number>();
  for (const label of labels) {
    const name = label?.[1];
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const found: Draft[] = [];
  const isColon = (cue: Span | null) => cue !== null && document.text.charAt(cue.start) === ':';
  const claimed = drafts
    .flatMap(({ content, cue }) => (isColon(cue) ? [] : content))
    .sort((a, b) => a.start - b.start);
  const isClaimed = createClaimTest(claimed);
  document.paragraphs.forEach((paragraph, i) => {
    const label = labels[i];
    const name = label?.[1];
    if (label !== null && label !== undefined && name !== undefined) {
      const source = { start: paragraph.start, end: paragraph.start + name.length };
      const content = { start: paragraph.start + label[0].length, end: paragraph.end };
      const mention = mentionAt(names.mentions, source);
      const speech = TRANSCRIPT.test(name) && (times.get(name) ?? 0) > 1;
      const titled = layout.kinds[i] === 'headline' || layout.kinds[i] === 'deck' || i === 0;
      const named = mention !== undefined && mention.kind !== 'place' && mention.start <= source.start + 1;
      if ((speech || (titled && named)) && !isClaimed(content)) {
        const colon = paragraph.start + label[0].trimEnd().length - 1;
        found.push(draftOf(reading, [content], { start: colon, end: colon + 1 }, source));
      }
    }
    const signed = readSignature(reading, layout, names, i);
    if (signed !== null && !signed.content.some(isClaimed)) found.push(signed);
  });
  return found;
}

function draftOf({ document, segmentOf }: Reading, content: readonly Span[], cue: Span, source: Span): Draft {
  const from = tokenAt(document.tokens, content[0]?.start ?? 0);
  const to = Math.max(from, tokenAt(document.tokens, (content.at(-1)?.end ?? 1) - 1));
  let quoted = false;
  let plain = false;
  for (let i = from; i <= to; i++) {
    if ((segmentOf[i] ?? -1) !== -1) quoted = true;
    else if (document.tokens[i]?.tag !== 'PUNCT') plain = true;
  }
  return { content, quoted, plain, cue, source, odds: ODDS, from, to };
}

/** A line “― Ana Díaz, mayor” under a paragraph in quotation marks, or such an end of the paragraph itself. */
function readSignature(reading: Reading, layout: Layout, { mentions }: Names, index: number): Draft | null {
  const { document, segments } = reading;
  const paragraph = document.paragraphs[index];
  if (paragraph === undefined || layout.kinds[index] === 'boilerplate') return null;
  const inLine = SIGNATURE.exec(
    document.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 8)),
  );
  const first = reading.segmentOf[document.sentences[paragraph.from]?.from ?? -1] ?? -1;
  const here = segments[first];
  const before = document.paragraphs[index - 1];
  let quoted: { readonly span: Span; readonly dash: number } | null = null;
  if (inLine !== null && before !== undefined && before.end - before.start > 1) {
    const segment = segments[reading.segmentOf[tokenAt(document.tokens, before.start)] ?? -1];
    const whole = segment !== undefined && segment.start === before.start && segment.end === before.end;
    if (whole) quoted = { span: { start: segment.start, end: segment.end }, dash: paragraph.start };
  } else if (here !== undefined && here.start === paragraph.start && here.end < paragraph.end) {
    const rest = document.text.slice(here.end, Math.min(paragraph.end, here.end + 8));
    if (SIGNATURE.test(rest)) {
      const dash = here.end + (rest.length - rest.trimStart().length);
      quoted = { span: { start: here.start, end: here.end }, dash };
    }
  }
  if (quoted === null) return null;
  const source = { start: quoted.dash + 1, end: paragraph.end };
  const mention = mentionAt(mentions, source);
  if (mention === undefined || mention.form !== 'name' || paragraph.end - quoted.dash > LONGEST_LABEL)
    return null;
  const start =
    document.text.slice(source.start, mention.start).trim() === '' ? mention.start : source.start + 1;
  return draftOf(
    reading,
    [quoted.span],
    { start: quoted.dash, end: quoted.dash + 1 },
    { start, end: source.end },
  );
}

function mentionAt(mentions: readonly Mention[], span: Span): Mention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention !== undefined && mention.start < span.end ? mention : undefined;
}

/** Whether a span shares characters with one of `spans` (ordered by start); binary search. */
function createClaimTest(spans: readonly Span[]): (span: Span) => boolean {
  const reach: number[] = [];
  let furthest = 0;
  for (const { end } of spans) {
    furthest = Math.max(furthest, end);
    reach.push(furthest);
  }
  return ({ start, end }) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > start;
  };
}
