/** Who has been spoken of, sentence by sentence: the memory that pronouns and descriptions are resolved against. */

/** How the words stand in their sentence; an owner has a possessive ending. */
export type ReferenceRole = 'subject' | 'owner' | 'other';

/** What a reference looks for: the role of its own words and whether a verb of saying follows. */
export interface Seeker {
  readonly use: 'subject' | 'object' | 'owner';
  readonly says: boolean;
}

/** How an entity was last spoken of. */
export interface Trace {
  /** Index of the entity; {@link UNNAMED} and below for people without a name. */
  readonly entity: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly token: number;
  readonly role: ReferenceRole;
  /** The subject of a verb of saying, or named by “according to”. */
  readonly speaker: boolean;
  /** Between quotation marks: whom a speaker speaks of. */
  readonly quoted: boolean;
}

/** A candidate with how strongly it comes to mind. */
export interface Candidate {
  readonly entity: number;
  readonly score: number;
  readonly trace: Trace;
}

/** The first of the numbers that stand for people whom the article does not name. */
export const UNNAMED = -1;

/** How many sentences and paragraphs back a pronoun may look. */
const SENTENCES = 4;
const PARAGRAPHS = 3;
const BY_DISTANCE = [3, 2.7, 1.5, 1, 0.6];
const SUBJECT = 1.4;
/** “him” looks less for a subject than for another one named beside it. */
const SUBJECT_FOR_OBJECT = 0.6;
const BESIDE_FOR_OBJECT = 0.9;
const SPEAKER = 0.9;
const OWNER = -0.4;
const QUOTED = -2.2;
const PARAGRAPH = -0.25;

export class Discourse {
  private traces: Trace[] = [];

  /** Remembers a mention; traces come in text order. */
  add(trace: Trace): void {
    this.traces.push(trace);
    if (this.traces.length > 64) this.traces = this.traces.slice(-40);
  }

  /** Forgets everything: a line that is not the article’s own prose cuts the thread. */
  clear(): void {
    this.traces = [];
  }

  /** The subject of the sentence’s current clause: its last subject so far. */
  subjectOf(sentence: number): Trace | undefined {
    return this.traces.findLast(
      (trace) => trace.sentence === sentence && trace.role === 'subject' && !trace.quoted,
    );
  }

  /** Entities in reach that `admits` lets pass, the strongest first. */
  candidates(
    sentence: number,
    paragraph: number,
    seeker: Seeker,
    admits: (entity: number) => boolean,
  ): Candidate[] {
    const best = new Map<number, Candidate>();
    for (let i = this.traces.length - 1; i >= 0; i--) {
      const trace = this.traces[i];
      if (trace === undefined) continue;
      const distance = sentence - trace.sentence;
      if (distance > SENTENCES || paragraph - trace.paragraph > PARAGRAPHS) break;
      if (!admits(trace.entity)) continue;
      const score =
        (BY_DISTANCE[distance] ?? 0) +
        weighRole(trace, distance, seeker) +
        (trace.quoted ? QUOTED : 0) +
        PARAGRAPH * (paragraph - trace.paragraph);
      const known = best.get(trace.entity);
      if (known === undefined || score > known.score)
        best.set(trace.entity, { entity: trace.entity, score, trace });
    }
    return [...best.values()].sort((a, b) => b.score - a.score || b.trace.token - a.trace.token);
  }
}

function weighRole({ role, speaker }: Trace, distance: number, { use, says }: Seeker): number {
  const said = says && speaker ? SPEAKER : 0;
  if (role === 'owner') return use === 'object' && distance === 0 ? BESIDE_FOR_OBJECT : OWNER + said;
  if (use === 'object') {
    return role === 'subject' ? SUBJECT_FOR_OBJECT : distance === 0 ? BESIDE_FOR_OBJECT : 0;
  }
  return (role === 'subject' ? SUBJECT : 0) + said;
}
