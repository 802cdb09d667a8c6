/** What the model's first reading of a document says about the same words elsewhere in it, as features for the second. */
import type { Document } from '../text/document';
import { mix } from './features';
import { isFirst, KINDS, kindOf, OUTSIDE } from './labels';

const NONE = KINDS.length;
/** Counts per word: one per kind, and one for outside. */
const WIDTH = KINDS.length + 1;
const LAST = 1;
const FIRST = 2;
const WHOLE = 4;

interface WordHistory {
  readonly counts: Int32Array;
  /** Bits {@link FIRST}, {@link LAST}, {@link WHOLE} per kind, as seen in names. */
  readonly roles: Int32Array;
}

export const HISTORY_FEATURES = 6;

/** Label counts of each capitalised word over a document. */
export class LabelHistory {
  readonly #words = new Map<string, WordHistory>();
  readonly #document: Document;
  readonly #labels: Uint8Array;

  constructor(document: Document, active: Uint8Array, labels: Uint8Array) {
    this.#document = document;
    this.#labels = labels;
    for (let i = 0; i < labels.length; i++) {
      if (active[i] !== 1) continue;
      const word = document.tokens[i]?.lower ?? '';
      let known = this.#words.get(word);
      if (known === undefined) {
        known = { counts: new Int32Array(WIDTH), roles: new Int32Array(WIDTH) };
        this.#words.set(word, known);
      }
      const kind = this.#kind(i);
      known.counts[kind] = (known.counts[kind] ?? 0) + 1;
      known.roles[kind] = (known.roles[kind] ?? 0) | this.#role(i);
    }
  }

  /** Writes {@link HISTORY_FEATURES} features of token `at` into `hashes`, its own label left out of the counts. */
  write(at: number, style: number, hashes: Int32Array): number {
    const own = this.#summary(at, true);
    const before = this.#summary(at - 1, false);
    const after = this.#summary(at + 1, false);
    const roles = this.#roles(at);
    hashes[0] = mix(70, own, style);
    hashes[1] = mix(71, own, before);
    hashes[2] = mix(72, own, after);
    hashes[3] = mix(73, roles, style);
    hashes[4] = mix(74, own >> 3, roles);
    hashes[5] = mix(75, before >> 3, own * 64 + (after >> 3));
    return HISTORY_FEATURES;
  }

  #kind(at: number): number {
    const kind = kindOf(this.#labels[at] ?? OUTSIDE);
    return kind < 0 ? NONE : kind;
  }

  #role(at: number): number {
    const label = this.#labels[at] ?? OUTSIDE;
    if (label === OUTSIDE) return 0;
    const next = this.#labels[at + 1] ?? OUTSIDE;
    const ends = next === OUTSIDE || isFirst(next) || kindOf(next) !== kindOf(label);
    if (isFirst(label)) return ends ? WHOLE : FIRST;
    return ends ? LAST : 0;
  }

  /** Majority kind elsewhere × how clear it is × how often: a small number. */
  #summary(at: number, leaveOut: boolean): number {
    const known = this.#words.get(this.#document.tokens[at]?.lower ?? '');
    if (known === undefined) return 0;
    const self = leaveOut ? this.#kind(at) : -1;
    let best = -1;
    let most = 0;
    let total = 0;
    for (let kind = 0; kind < WIDTH; kind++) {
      const count = (known.counts[kind] ?? 0) - (kind === self ? 1 : 0);
      total += count;
      if (count > most) {
        most = count;
        best = kind;
      }
    }
    if (total === 0) return 1;
    const clear = most === total ? 2 : most * 3 > total * 2 ? 1 : 0;
    return 8 + best * 8 + clear * 2 + (total > 2 ? 1 : 0);
  }

  /** For each kind whether the word ends, starts or is a name of it, somewhere. */
  #roles(at: number): number {
    const known = this.#words.get(this.#document.tokens[at]?.lower ?? '');
    if (known === undefined) return 0;
    let bits = 1;
    for (let kind = 0; kind < KINDS.length; kind++) {
      bits =
        bits * 8 +
        ((known.counts[kind] ?? 0) > (this.#kind(at) === kind ? 1 : 0) ? (known.roles[kind] ?? 0) : 0);
    }
    return bits;
  }
}
