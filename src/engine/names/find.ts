/** Finds the name mentions of a document: what the model labels, checked and completed by rules. */
import type { Document } from '../text/document';
import type { NameContext } from './context';
import { isPrinted, readSpans } from './labels';
import type { NameLexicon } from './lexicon';
import type { NameMention } from './mention';
import { type RepairedSpan, repairSpan } from './repair';
import { splitAtOffice } from './split';
import { type NameKnowledge, tagNames } from './tagger';
import { findApposition, findTitleBefore, genderOfTitle } from './titles';
import { voteOnNames } from './vote';

/** Mentions ordered by start, not overlapping; never throws. */
export function findNameMentions(document: Document, knowledge: NameKnowledge): NameMention[] {
  const { context, labels } = tagNames(document, knowledge);
  const { lexicon } = knowledge;
  const repaired = readSpans(labels)
    .flatMap((span) => splitAtOffice(document.tokens, lexicon, span))
    .flatMap((span) => repairSpan(context, lexicon, span) ?? []);
  const spans = voteOnNames(context, repaired, lexicon);
  const persons = new Uint8Array(document.tokens.length);
  for (const { from, to, kind } of spans) if (kind === 'person') persons.fill(1, from, to);
  return spans.flatMap((span) => describeMention(context, lexicon, persons, span));
}

function describeMention(
  context: NameContext,
  lexicon: NameLexicon,
  persons: Uint8Array,
  { from, to, kind, reason }: RepairedSpan,
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
