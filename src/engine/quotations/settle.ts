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

/** Turns accepted proposals (ordered by cue) into drafts. */
export function settle(accepted: readonly Accepted[], reading: Reading): Draft[] {
  const kept = accepted.filter((one, i) => {
    const rivals = [accepted[i - 1], accepted[i + 1]];
    return !rivals.some((rival) => rival !== undefined && isDouble(one, rival, reading));
  });
  return kept.map((one, i) => {
    const source = one.source ?? borrowSource(kept, i, reading);
    const { document } = reading;
    const token = document.tokens[one.cue];
    const content = one.contents.map(({ start, end }) => ({ start, end }));
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

/** “Ruiz said …, adding that …”: the source of the nearest cue before in the sentence. */
function borrowSource(kept: readonly Accepted[], at: number, { sentenceOf, document }: Reading): Span | null {
  const own = kept[at];
  if (own === undefined || document.tokens[own.cue]?.tag !== 'VERB') return null;
  const before = kept[at - 1];
  const same = before !== undefined && sentenceOf[before.cue] === sentenceOf[own.cue];
  return same ? before.source : null;
}
