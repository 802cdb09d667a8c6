/** Corrections of what the tagger proposes where punctuation leaves no choice: “…,” SUBJECT said; said, “…”. */
import type { Span } from '../types';
import type { Proposal, Stretch } from './proposal';
import type { Reading } from './reading';
import type { Item } from './window';

/** How sure the gate must be (log odds) before quoted words are given to a cue that the tagger gave others. */
const SURE = -0.5;
/** Fewest words of a quoted sentence. */
const FEWEST_WORDS = 3;

/** Applies the corrections to a proposal. */
export function mend(proposal: Proposal, reading: Reading): Proposal {
  const whole = mendLoneCondition(mendLoneThat(proposal, reading), reading);
  return keepTiedAfter(keepTiedBefore(whole, reading), reading);
}

function spanOf(items: readonly Item[], first: number, last: number): Span {
  return { start: items[first]?.start ?? 0, end: items[last]?.end ?? 0 };
}

export function stretchOf(items: readonly Item[], first: number, last: number): Stretch {
  return { ...spanOf(items, first, last), first, last };
}

/** “said that, in her view, …”: content that stops at `that` goes on to the end of the sentence. */
function mendLoneThat(proposal: Proposal, { document }: Reading): Proposal {
  const { contents, window } = proposal;
  const [only] = contents;
  if (only === undefined || contents.length > 1 || only.first !== only.last) return proposal;
  if (document.tokens[window.items[only.first]?.from ?? -1]?.lower !== 'that' || only.first < window.cue)
    return proposal;
  return { ...proposal, contents: [toSentenceEnd(only.first, window.items, document)] };
}

/** Words that open a clause which says nothing until its main clause follows. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'although', 'once']);

/** “warned that if the dam broke, the town would flood”: content that stops at the comma goes on to the main clause. */
function mendLoneCondition(proposal: Proposal, { document }: Reading): Proposal {
  const { contents, window } = proposal;
  const { items } = window;
  const [only] = contents;
  if (only === undefined || contents.length > 1 || only.first < window.cue) return proposal;
  const lowerAt = (item: number) => document.tokens[items[item]?.from ?? -1]?.lower ?? '';
  const opener = only.first + (lowerAt(only.first) === 'that' ? 1 : 0);
  const stopsAtComma = lowerAt(only.last + 1) === ',' || lowerAt(only.last) === ',';
  if (!CONDITIONS.has(lowerAt(opener)) || !stopsAtComma) return proposal;
  for (let i = opener; i < only.last; i++) if (lowerAt(i) === ',') return proposal;
  return { ...proposal, contents: [toSentenceEnd(only.first, items, document)] };
}

/** From item `first` to the last word or quoted words of its sentence. */
function toSentenceEnd(first: number, items: readonly Item[], { tokens }: Reading['document']): Stretch {
  let last = first;
  while (last + 1 < items.length && items[last + 1]?.kind !== 'break') last++;
  while (last > first && tokens[items[last]?.from ?? -1]?.tag === 'PUNCT') {
    if (items[last]?.kind === 'quoted') break;
    last--;
  }
  return stretchOf(items, first, last);
}

/** “…,” SUBJECT CUE … as a sentence of its own: the words up to the comma are the content, with quoted words after the cue but no plain ones. */
function keepTiedBefore(proposal: Proposal, reading: Reading): Proposal {
  const { anchors, contents, window, gate } = proposal;
  const { items, cue } = window;
  const tied = anchors.leftItem;
  if ((anchors.left !== 1 && anchors.left !== 2) || !endsWithComma(items[tied], reading)) return proposal;
  const opens = tied === 0 || items[tied - 1]?.kind === 'break';
  if (!opens || reading.document.tokens[proposal.cue]?.lower.endsWith('ing') === true) return proposal;
  const holder = contents.find(({ first, last }) => first <= tied && tied <= last);
  if (holder === undefined && gate < SURE) return proposal;
  const own = stretchOf(items, holder === undefined ? tied : holder.first, tied);
  const before = contents.filter(({ last }) => last < own.first);
  const after = contents.filter(({ first, last }) => first > cue && isQuoted(items, first, last));
  const source = proposal.source ?? subjectOf(items, tied + 1, cue - 1, reading);
  const clear = source === null || source.last < own.first || source.first > tied;
  return {
    ...proposal,
    contents: [...before, own, ...after],
    source: clear ? widen(source, tied, proposal, reading) : subjectOf(items, tied + 1, cue - 1, reading),
  };
}

/** A source between the quoted words and the cue is all that stands there: “a statement on the group's website”. */
function widen(
  source: Stretch | null,
  tied: number,
  { window: { items, cue }, contents }: Proposal,
  reading: Reading,
): Stretch | null {
  const cut = contents.some(({ first, last }) => first <= tied && last > tied);
  return source !== null && cut && source.first > tied && source.last < cue
    ? subjectOf(items, tied + 1, cue - 1, reading)
    : source;
}

function subjectOf(items: readonly Item[], from: number, to: number, { document }: Reading): Stretch | null {
  let first = from;
  let last = to;
  const isMark = (i: number) => document.tokens[items[i]?.from ?? -1]?.tag === 'PUNCT';
  while (first <= last && isMark(first)) first++;
  while (last >= first && (isMark(last) || document.tokens[items[last]?.from ?? -1]?.tag === 'ADV')) last--;
  return first > last ? null : stretchOf(items, first, last);
}

/** CUE …, “Sentence”: the content begins with the quoted sentence; right after the cue nothing before it is content. */
function keepTiedAfter(proposal: Proposal, { document, segments, segmentOf }: Reading): Proposal {
  const { anchors, contents, window } = proposal;
  const { items, cue } = window;
  const tied = anchors.rightItem;
  const kind = anchors.right & 7;
  const item = items[tied];
  if (item === undefined || anchors.right < 8 || (kind !== 1 && kind !== 3 && kind !== 5)) return proposal;
  const mark = document.tokens[items[tied - 1]?.from ?? -1]?.lower;
  if (mark !== ',' && !(mark === ':' && kind === 1)) return proposal;
  const closed = segments[segmentOf[item.from] ?? -1]?.closed === true;
  if (!closed || item.to - item.from - 2 < FEWEST_WORDS) return proposal;
  const holder = contents.find(({ first, last }) => first <= tied && tied <= last);
  if (holder === undefined || holder.first <= cue) return proposal;
  const before = contents.filter(
    ({ first, last }) => last < cue && (kind !== 1 || isQuoted(items, first, last)),
  );
  const after = contents.filter(({ first }) => first > holder.last);
  return { ...proposal, contents: [...before, stretchOf(items, tied, holder.last), ...after] };
}

function isQuoted(items: readonly Item[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (items[i]?.kind !== 'quoted') return false;
  return true;
}

function endsWithComma(item: Item | undefined, { document, segments, segmentOf }: Reading): boolean {
  const segment = item === undefined ? undefined : segments[segmentOf[item.from] ?? -1];
  return segment !== undefined && ',?!'.includes(document.text.charAt(segment.inner.end - 1));
}
