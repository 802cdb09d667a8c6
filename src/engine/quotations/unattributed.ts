/** Quoted sentences that no cue claims: the words before them go on, across sentences and repeated opening marks. */
import { type Draft, joinSpans } from './draft';
import type { Joined } from './proposal';
import type { QuotedSegment, Reading } from './reading';

/** Fewest words of a quoted sentence that can stand without a cue; shorter ones are titles and nicknames. */
const FEWEST_WORDS = 4;

/**
 * Appends every unclaimed quoted sentence to the draft whose quoted words end right before it.
 * @param drafts in any order; the result keeps it
 */
export function attachUnclaimed(drafts: readonly Draft[], reading: Reading, joined: Joined): Draft[] {
  const result = [...drafts];
  const claims = claimSegments(drafts, reading);
  /** Unit → draft whose quoted words end there. */
  const enders = new Map<number, number>();
  drafts.forEach((draft, i) => {
    const unit = reading.unitOf[draft.to] ?? 0;
    const rival = result[enders.get(unit) ?? -1];
    if (draft.quoted && (rival === undefined || rival.odds < draft.odds)) enders.set(unit, i);
  });
  reading.segments.forEach((segment, index) => {
    if (segment.depth !== 0 || claims.has(index)) return;
    const own = reading.unitOf[segment.from] ?? 0;
    if (!standsAlone(segment, own, reading)) return;
    const ender = enders.get(own - 1);
    const draft = result[ender ?? -1];
    const before = reading.units[own - 1];
    if (ender === undefined || draft === undefined || before === undefined) return;
    if (!joined(before.paragraph, segment.paragraph)) return;
    const { start, end } = segment;
    result[ender] = { ...draft, content: joinSpans(draft.content, [{ start, end }]), to: segment.to - 1 };
    enders.set(own, ender);
  });
  return result;
}

/** Outermost segments that the content of some draft touches. */
function claimSegments(drafts: readonly Draft[], { segments }: Reading): ReadonlySet<number> {
  const outermost = segments.flatMap(({ depth }, i) => (depth === 0 ? [i] : []));
  const claimed = new Set<number>();
  const spans = drafts.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  let reach = 0;
  let next = 0;
  for (const index of outermost) {
    const segment = segments[index];
    if (segment === undefined) continue;
    while (next < spans.length && (spans[next]?.start ?? 0) < segment.end)
      reach = Math.max(reach, spans[next++]?.end ?? 0);
    if (reach > segment.start) claimed.add(index);
  }
  return claimed;
}

function standsAlone(segment: QuotedSegment, unit: number, { units }: Reading): boolean {
  const own = units[unit];
  if (own === undefined || segment.to - segment.from - 2 < FEWEST_WORDS) return false;
  return segment.from === own.from && own.to - segment.to <= 1;
}
