/** From accepted proposals to drafts: doubles dropped, participles given the source of their sentence. */
import { tokenAt } from '../text/document';
import type { Span } from '../types';
import type { Draft } from './draft';
import { type Proposal, typeOf } from './proposal';
import type { Reading } from './reading';

/** A proposal that the judge let pass. */
export interface Accepted extends Proposal {
  /** Log odds that this is reported speech or thought with about this content. */
  readonly odds: number;
}

/** Two cues of one content this many tokens apart are one (“went on to say”). */
const SAME_CUE = 6;
/** Share of characters from which two contents are the same. */
const SAME_CONTENT = 0.7;

/** Verbs of the writer's own impression: with nobody named they report nobody's words. */
const SEEMING: ReadonlySet<string> = new Set(['appear', 'seem']);

/** Tokens of an agent at most, and the tags they may have. */
const LONGEST_AGENT = 10;
const NOMINAL: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'PART']);

/** Turns accepted proposals (ordered by cue) into drafts. */
export function settle(accepted: readonly Accepted[], reading: Reading): Draft[] {
  const kept = accepted.filter((one, i) => {
    if (one.source === null && SEEMING.has(reading.document.tokens[one.cue]?.lemma ?? '')) return false;
    const rivals = [accepted[i - 1], accepted[i + 1]];
    return !rivals.some((rival) => rival !== undefined && isDouble(one, rival, reading));
  });
  return kept.map((one, i) => {
    const source = one.source ?? findAgent(one, reading) ?? borrowSource(kept, i, reading);
    const { document } = reading;
    const token = document.tokens[one.cue];
    const content = endBeforeParticiple(one, kept, i, reading);
    const first = tokenAt(document.tokens, content[0]?.start ?? 0);
    const last = tokenAt(document.tokens, (content.at(-1)?.end ?? 1) - 1);
    const type = typeOf(one, document);
    return {
      content,
      quoted: type !== 'indirect',
      plain: type !== 'direct',
      cue: token === undefined ? null : { start: token.start, end: token.end },
      source: source === null ? null : { start: source.start, end: source.end },
      odds: one.odds,
      from: Math.min(first, one.cue),
      to: Math.max(last, one.cue),
    };
  });
}

/** “said that …, adding that …”: content ends before the comma of a participle that reports further words. */
function endBeforeParticiple(
  { contents, cue }: Accepted,
  kept: readonly Accepted[],
  at: number,
  { document: { tokens }, segmentOf }: Reading,
): Span[] {
  const spans = contents.map(({ start, end }) => ({ start, end }));
  const last = spans.at(-1)?.end ?? 0;
  for (let next = at + 1; next < kept.length; next++) {
    const token = kept[next]?.cue ?? 0;
    const start = tokens[token]?.start ?? last;
    if (start >= last) break;
    const comma = tokens[token - 1];
    const participle = tokens[token]?.tag === 'VERB' && tokens[token]?.lower.endsWith('ing') === true;
    if (!participle || comma?.lower !== ',' || segmentOf[token] !== segmentOf[cue]) continue;
    const before = spans.flatMap((span) => {
      const end = Math.min(span.end, comma.start);
      return end > span.start ? [{ ...span, end }] : [];
    });
    if (before.length > 0) return before;
  }
  return spans;
}

/** Whether `one` says again what the likelier `rival` says. */
function isDouble(one: Accepted, rival: Accepted, { document }: Reading): boolean {
  if (Math.abs(one.cue - rival.cue) > SAME_CUE) return false;
  if (rival.odds < one.odds || (rival.odds === one.odds && rival.cue > one.cue)) return false;
  const according =
    document.tokens[one.cue]?.lower === 'according' || document.tokens[rival.cue]?.lower === 'according';
  return !according && share(one.contents, rival.contents) >= SAME_CONTENT;
}

function share(a: readonly Span[], b: readonly Span[]): number {
  let both = 0;
  for (const x of a) {
    for (const y of b) both += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  }
  const size = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const either = size(a) + size(b) - both;
  return either === 0 ? 0 : both / either;
}

/** “was called “a scandal” by Ana Ruiz”: the agent of a passive, right after the content or the cue. */
function findAgent({ contents, cue }: Accepted, { document: { tokens } }: Reading): Span | null {
  let helper = cue - 1;
  while (tokens[helper]?.tag === 'ADV' || tokens[helper]?.tag === 'PART') helper--;
  if (tokens[cue]?.tag !== 'VERB' || tokens[helper]?.lemma !== 'be') return null;
  const after = tokenAt(tokens, (contents.at(-1)?.end ?? 1) - 1) + 1;
  const by = [after, cue + 1].find((at) => tokens[at]?.lower === 'by');
  if (by === undefined) return null;
  let last = by;
  while (last < by + LONGEST_AGENT && NOMINAL.has(tokens[last + 1]?.tag ?? 'X')) last++;
  const first = tokens[by + 1];
  const end = tokens[last]?.end;
  return last === by || first === undefined || end === undefined ? null : { start: first.start, end };
}

/** “Ruiz said …, adding that …”: the source of the nearest cue before in the sentence. */
function borrowSource(kept: readonly Accepted[], at: number, { sentenceOf, document }: Reading): Span | null {
  const own = kept[at];
  if (own === undefined || document.tokens[own.cue]?.tag !== 'VERB') return null;
  const before = kept[at - 1];
  const same = before !== undefined && sentenceOf[before.cue] === sentenceOf[own.cue];
  return same ? before.source : null;
}
