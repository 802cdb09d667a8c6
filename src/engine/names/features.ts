/** The features of a token that the name model weighs, as hashes. Training and running share this file. */
import { type NameContext, STYLE } from './context';
import { CASE, type WordForm } from './words';

/** Bits of a feature's hash; features are told apart by this many bits only. */
export const HASH_BITS = 22;
const MASK = (1 << HASH_BITS) - 1;
/** Most features that one token can have. */
export const MOST_FEATURES = 72;
/** Features from this template number on name the word itself; training drops them at times. */
export const IDENTITY = 100;

/** Mixes a template's number and up to two values into {@link HASH_BITS} bits. */
export function mix(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) & MASK;
}

const EDGE: WordForm = {
  sighting: { bits: 0 },
  lower: 1,
  exact: 1,
  shape: 1,
  prefixes: [],
  suffixes: [],
  letters: 0,
  bits: 0,
};
const TAGS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ');
const TAG_NUMBER = new Map<string, number>(TAGS.map((tag, i) => [tag, i + 1]));

/** Writes features of one token; `templates` gets the template number of each feature. */
export class FeatureWriter {
  readonly hashes = new Int32Array(MOST_FEATURES);
  readonly templates = new Uint8Array(MOST_FEATURES);
  count = 0;
  readonly #context: NameContext;

  constructor(context: NameContext) {
    this.#context = context;
  }

  /** Fills {@link hashes} up to {@link count} for token `at`. */
  write(at: number): void {
    this.count = 0;
    const { document, styles, sentenceOf, phrases, runs } = this.#context;
    const index = sentenceOf[at] ?? 0;
    const sentence = document.sentences[index];
    const from = sentence?.from ?? at;
    const to = sentence?.to ?? at + 1;
    const style = styles[index] ?? STYLE.plain;
    const form = (i: number): WordForm => (i < from || i >= to ? EDGE : (this.#context.forms[i] ?? EDGE));
    const tag = (i: number): number =>
      i < from || i >= to ? 0 : (TAG_NUMBER.get(document.tokens[i]?.tag ?? 'X') ?? 0);
    const seen = (i: number): number => form(i).sighting.bits;
    const mark = (i: number): number => (i < from || i >= to ? 0 : (phrases[i] ?? 0));
    const [w, l1, l2, r1, r2] = [form(at), form(at - 1), form(at - 2), form(at + 1), form(at + 2)];
    this.#word(w, l1, r1, style);
    this.#window(l1, l2, r1, r2);
    this.#tags(tag(at - 1), tag(at), tag(at + 1), w.letters, style);
    this.#lists(w, l1, r1, mark(at - 1), mark(at), mark(at + 1), style);
    const own = seen(at);
    this.#add(1, own, style);
    for (let bit = 1; bit <= 256; bit <<= 1)
      if (own & bit) this.#add(2, bit, style === STYLE.plain ? w.letters : 8);
    this.#add(3, seen(at - 1), own);
    this.#add(4, seen(at + 1), own);
    const run = runs[at];
    if (run !== null && run !== undefined) {
      const length = Math.min(4, run.to - run.from);
      const place = (run.from === at ? 1 : 0) | (run.to === at + 1 ? 2 : 0);
      const first = form(run.from);
      const last = form(run.to - 1);
      const before = form(run.from - 1);
      const after = form(run.to);
      this.#add(5, length * 16 + place, style);
      this.#add(6, last.lower, place);
      this.#add(7, first.lower, place);
      this.#add(8, before.lower, place * 8 + length);
      this.#add(9, after.lower, place * 8 + length);
      this.#add(10, before.lower, after.lower);
      this.#add(11, last.bits * 8 + place, length * 4 + style);
      this.#add(12, first.bits * 8 + place, length * 4 + style);
      this.#add(13, last.bits * 256 + first.bits, before.bits * 4 + style);
      this.#add(15, after.lower, form(run.to + 1).lower);
      this.#add(16, before.bits * 256 + last.bits, after.bits);
    } else {
      this.#add(17, l1.lower, r1.lower);
      this.#add(18, w.lower, r1.letters * 8 + l1.letters);
    }
    const position = Math.min(3, at - from);
    this.#add(21, position * 8 + w.letters, own * 4 + style);
  }

  #word(w: WordForm, l1: WordForm, r1: WordForm, style: number): void {
    this.#add(IDENTITY, w.lower);
    this.#add(IDENTITY + 1, w.exact, style);
    this.#add(IDENTITY + 2, w.lower, l1.lower);
    this.#add(IDENTITY + 3, w.lower, r1.lower);
    for (let i = 0; i < w.prefixes.length; i++) this.#add(22 + i, w.prefixes[i] ?? 0);
    for (let i = 0; i < w.suffixes.length; i++)
      this.#add(26 + i, w.suffixes[i] ?? 0, style === STYLE.plain ? w.letters : 8);
    this.#add(30, w.shape, style);
    this.#add(31, w.shape, l1.shape ^ style);
    this.#add(32, w.shape, Math.imul(r1.shape, 3) ^ style);
    this.#add(33, w.shape ^ Math.imul(l1.shape, 5), Math.imul(r1.shape, 3) ^ style);
  }

  #window(l1: WordForm, l2: WordForm, r1: WordForm, r2: WordForm): void {
    this.#add(34, l1.lower);
    this.#add(35, r1.lower);
    this.#add(36, l2.lower);
    this.#add(37, r2.lower);
    this.#add(38, l2.lower, l1.lower);
    this.#add(39, r1.lower, r2.lower);
    this.#add(41, l1.suffixes[2] ?? 0);
    this.#add(42, r1.suffixes[2] ?? 0);
  }

  #tags(t1: number, t2: number, t3: number, letters: number, style: number): void {
    this.#add(43, t2 * 8 + letters, style);
    this.#add(44, t1 * 32 + t2, letters * 4 + style);
    this.#add(45, t2 * 32 + t3, letters * 4 + style);
    this.#add(46, (t1 * 32 + t2) * 32 + t3, letters * 4 + style);
  }

  #lists(w: WordForm, l1: WordForm, r1: WordForm, m1: number, m: number, m2: number, style: number): void {
    const capital = (form: WordForm) => (form.letters >= CASE.first ? 1 : 0);
    this.#add(50, w.bits * 4 + style, m);
    this.#add(51, l1.bits * 256 + w.bits, capital(l1) * 4 + style);
    this.#add(52, w.bits * 256 + r1.bits, capital(r1) * 4 + style);
    this.#add(53, (l1.bits * 256 + w.bits) * 256 + r1.bits, m);
    this.#add(56, m1 * 256 + m * 16 + m2, w.letters * 4 + style);
    if (m !== 0) this.#add(57, m, l1.lower);
    if (m !== 0) this.#add(58, m, r1.lower);
    if (w.bits !== 0) this.#add(59, w.bits, l1.lower);
    if (w.bits !== 0) this.#add(60, w.bits, r1.lower);
  }

  #add(template: number, a: number, b = 0): void {
    if (this.count >= MOST_FEATURES) return;
    this.hashes[this.count] = mix(template, a | 0, b | 0);
    this.templates[this.count] = template;
    this.count++;
  }
}
