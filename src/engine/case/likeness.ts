/** Which articles are alike: an inverted index over their telling words that an edit changes only where it must. */

/** Words that stand in more articles than this tell nothing about one event; it also keeps the work linear. */
const COMMON = 60;
/** What an article is about. Weights are whole numbers, so that sums do not depend on the order of adding. */
export interface Profile {
  readonly words: ReadonlyMap<string, number>;
  /** Its date, from which the index takes a factor for each two articles. */
  readonly published: string | null;
}

interface Slot {
  readonly profile: Profile;
  /** Numbers of its words, ascending, with the weight of each. */
  readonly words: Int32Array;
  readonly weights: Int32Array;
  readonly norm: number;
  /** Likeness by the slots it is alike. */
  readonly meetings: Map<number, number>;
}

interface Posting {
  readonly slots: number[];
  readonly weights: number[];
}

/** Articles by number, each alike some others. */
export interface LikenessIndex {
  /** Puts, replaces or (with `undefined`) takes out profiles; numbers are small and may be used again. */
  update(changes: ReadonlyMap<number, Profile | undefined>): void;
  /** Likeness of the articles that reach the least likeness; empty for a number that is not in use. */
  meetingsOf(slot: number): ReadonlyMap<number, number>;
}

const NONE: ReadonlyMap<number, number> = new Map();

/**
 * An empty index. What it says depends on the profiles in it only, never on how they came there.
 * @param least likeness from 0 to 1 below which two articles do not meet
 * @param factor for two articles' dates, 0 to 1, the same both ways
 */
export function createLikenessIndex(
  least: number,
  factor: (a: string | null, b: string | null) => number,
): LikenessIndex {
  const numbers = new Map<string, number>();
  const postings: Posting[] = [];
  const slots: (Slot | undefined)[] = [];
  let sums = new Float64Array(64);

  function numberOf(word: string): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, postings.length);
    postings.push({ slots: [], weights: [] });
    return postings.length - 1;
  }

  function takeOut(at: number, sizes: Map<number, number>): void {
    const slot = slots[at];
    if (slot === undefined) return;
    forgetMeetings(at, slot);
    for (const word of slot.words) {
      const posting = postings[word];
      if (posting === undefined) continue;
      if (!sizes.has(word)) sizes.set(word, posting.slots.length);
      const place = posting.slots.indexOf(at);
      // The order of a posting means nothing: the last one fills the gap.
      posting.slots[place] = posting.slots.at(-1) ?? at;
      posting.weights[place] = posting.weights.at(-1) ?? 0;
      posting.slots.pop();
      posting.weights.pop();
    }
    slots[at] = undefined;
  }

  function putIn(at: number, profile: Profile, sizes: Map<number, number>): void {
    const pairs = [...profile.words].map(([word, weight]) => [numberOf(word), weight] as const);
    pairs.sort(([a], [b]) => a - b);
    let square = 0;
    for (const [word, weight] of pairs) {
      square += weight * weight;
      const posting = postings[word];
      if (posting === undefined) continue;
      if (!sizes.has(word)) sizes.set(word, posting.slots.length);
      posting.slots.push(at);
      posting.weights.push(weight);
    }
    slots[at] = {
      profile,
      words: Int32Array.from(pairs, ([word]) => word),
      weights: Int32Array.from(pairs, ([, weight]) => weight),
      norm: Math.sqrt(square) || 1,
      meetings: new Map(),
    };
  }

  function forgetMeetings(at: number, slot: Slot): void {
    for (const other of slot.meetings.keys()) slots[other]?.meetings.delete(at);
    slot.meetings.clear();
  }

  /** Adds up what telling words give, into `sums`; returns the slots that have any. */
  function sumTelling(at: number, slot: Slot): number[] {
    const touched: number[] = [];
    slot.words.forEach((word, i) => {
      const posting = postings[word];
      if (posting === undefined || posting.slots.length > COMMON) return;
      const weight = slot.weights[i] ?? 0;
      for (let k = 0; k < posting.slots.length; k++) {
        const other = posting.slots[k] ?? at;
        if (other === at) continue;
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * (posting.weights[k] ?? 0);
      }
    });
    return touched;
  }

  function meet(at: number, slot: Slot, isDone: ReadonlySet<number>): void {
    for (const place of sumTelling(at, slot)) {
      const telling = sums[place] ?? 0;
      sums[place] = 0;
      const other = slots[place];
      if (other === undefined || isDone.has(place)) continue;
      const near = factor(slot.profile.published, other.profile.published);
      const likeness = (telling / (slot.norm * other.norm)) * near;
      if (likeness < least) continue;
      slot.meetings.set(place, likeness);
      other.meetings.set(at, likeness);
    }
  }

  /** Those who have a word that became common, or is no longer. @param sizes how many had each word before */
  function findCrossed(sizes: ReadonlyMap<number, number>): number[] {
    return [...sizes].flatMap(([word, before]) => {
      const holders = postings[word]?.slots ?? [];
      return before > COMMON === holders.length > COMMON ? [] : holders;
    });
  }

  return {
    update(changes) {
      const sizes = new Map<number, number>();
      const dirty = new Set<number>();
      for (const [at, profile] of changes) {
        takeOut(at, sizes);
        if (profile === undefined) continue;
        putIn(at, profile, sizes);
        dirty.add(at);
      }
      for (const at of findCrossed(sizes)) dirty.add(at);
      if (sums.length < slots.length) sums = new Float64Array(slots.length * 2);
      for (const at of dirty) {
        const slot = slots[at];
        if (slot !== undefined) forgetMeetings(at, slot);
      }
      const isDone = new Set<number>();
      for (const at of dirty) {
        const slot = slots[at];
        if (slot !== undefined) meet(at, slot, isDone);
        isDone.add(at);
      }
    },
    meetingsOf: (at) => slots[at]?.meetings ?? NONE,
  };
}
