/** Finds the name mentions of a document: what the model labels, checked and completed by rules. */
import type { Document } from '../text/document';
import type { NameContext } from './context';
import { isPrinted, type LabelledSpan, readSpans } from './labels';
import { type NameLexicon, WORD } from './lexicon';
import type { NameMention } from './mention';
import { type NameKnowledge, tagNames } from './tagger';
import { findApposition, findTitleBefore, genderOfTitle, isTitleWord } from './titles';
import { voteOnNames } from './vote';

/** Mentions ordered by start, not overlapping; never throws. */
export function findNameMentions(document: Document, knowledge: NameKnowledge): NameMention[] {
  const { context, labels } = tagNames(document, knowledge);
  const { lexicon } = knowledge;
  const trimmed = readSpans(labels)
    .map((span) => trimSpan(document, lexicon, span))
    .filter((span) => span.to > span.from);
  const spans = voteOnNames(context, trimmed, lexicon);
  const persons = new Uint8Array(document.tokens.length);
  for (const { from, to, kind } of spans) if (kind === 'person') persons.fill(1, from, to);
  return spans.flatMap((span) => describeMention(context, lexicon, persons, span));
}

/** Takes titles off the front of persons and possessives and stray marks off the ends of all names. */
function trimSpan({ tokens }: Document, lexicon: NameLexicon, span: LabelledSpan): LabelledSpan {
  let { from, to } = span;
  const stray = (i: number) => {
    const token = tokens[i];
    return (
      token === undefined ||
      ((token.tag === 'PUNCT' || token.tag === 'PART') && !/[\p{L}\d)]/u.test(token.text))
    );
  };
  while (to > from && (stray(to - 1) || /^['’]s?$/.test(tokens[to - 1]?.text ?? ''))) to--;
  while (from < to && stray(from) && tokens[from]?.text !== '@') from++;
  if (span.kind === 'person') {
    while (to - from > 1 && isTitleWord(tokens[from], lexicon) && !isFirstName(tokens[from]?.lower, lexicon))
      from++;
  }
  return { ...span, from, to };
}

function isFirstName(word: string | undefined, lexicon: NameLexicon): boolean {
  return word !== undefined && (lexicon.wordBits(word) & WORD.firstName) !== 0;
}

function describeMention(
  context: NameContext,
  lexicon: NameLexicon,
  persons: Uint8Array,
  { from, to, kind, reason }: LabelledSpan & { readonly reason?: string },
): NameMention[] {
  const { document, styles, sentenceOf } = context;
  const [head, tail] = [document.tokens[from], document.tokens[to - 1]];
  if (!isPrinted(kind) || head === undefined || tail === undefined) return [];
  const index = sentenceOf[from] ?? 0;
  const sentence = document.sentences[index];
  const style = styles[index] ?? 0;
  const isPerson = kind === 'person';
  const title = isPerson
    ? findTitleBefore(document, lexicon, sentence?.from ?? from, from, style, persons)
    : null;
  const apposition = isPerson ? findApposition(document, lexicon, to, sentence?.to ?? to, persons) : null;
  const gender = title === null ? null : genderOfTitle(document.text.slice(title.start, title.end));
  return [
    {
      start: head.start,
      end: tail.end,
      from,
      to,
      kind,
      title,
      apposition,
      gender,
      reason: reason ?? 'named in the text',
    },
  ];
}
