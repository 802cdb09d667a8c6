/** What a single word form looks like: hashes of its form and parts, computed once per form and document. */
import type { Token } from '../text/document';
import { FEATURE_BITS, type NameLexicon } from './lexicon';

/** How a word is capitalised. */
export const CASE = { none: 0, lower: 1, first: 2, upper: 3, mixed: 4 } as const;

/** Where a document has been seen to use a word, whatever its case: bits of SEEN (context.ts), filled by the survey. */
export interface Sighting {
  bits: number;
}

export interface WordForm {
  /** Shared by all forms of one lower-case word of the document. */
  readonly sighting: Sighting;
  readonly lower: number;
  readonly exact: number;
  readonly shape: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** A {@link CASE}. */
  readonly letters: number;
  /** Word list bits that are features: those of {@link FEATURE_BITS}. */
  readonly bits: number;
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Looks word forms up, computing each once. */
export class WordForms {
  readonly #forms = new Map<string, WordForm>();
  readonly #sightings = new Map<string, Sighting>();
  readonly #lexicon: NameLexicon;

  constructor(lexicon: NameLexicon) {
    this.#lexicon = lexicon;
  }

  get(token: Token): WordForm {
    let form = this.#forms.get(token.text);
    if (form === undefined) {
      form = describe(token, this.#lexicon, this.#sightingOf(token.lower));
      this.#forms.set(token.text, form);
    }
    return form;
  }

  #sightingOf(lower: string): Sighting {
    let sighting = this.#sightings.get(lower);
    if (sighting === undefined) {
      sighting = { bits: 0 };
      this.#sightings.set(lower, sighting);
    }
    return sighting;
  }
}

function describe({ text, lower }: Token, lexicon: NameLexicon, sighting: Sighting): WordForm {
  const { length } = lower;
  const prefixes: number[] = [];
  const suffixes: number[] = [];
  for (let size = 1; size <= 4 && size < length; size++) {
    prefixes.push(hashText(lower, 0, size));
    suffixes.push(hashText(lower, length - size));
  }
  const { shape, letters } = shapeOf(text);
  return {
    sighting,
    lower: hashText(lower),
    exact: hashText(text),
    shape: hashText(shape),
    prefixes,
    suffixes,
    letters,
    bits: lexicon.wordBits(lower) & FEATURE_BITS,
  };
}

/** Runs of one kind of character as one or two marks: `McAdoo` → `XxXxx`, `U.S.` → `X.X.`, `1996` → `dd`. */
function shapeOf(text: string): { shape: string; letters: number } {
  let shape = '';
  let last = '';
  let run = 0;
  let upper = 0;
  let small = 0;
  const end = Math.min(text.length, 24);
  for (let i = 0; i < end; i++) {
    const mark = markOf(text.charAt(i));
    if (mark === 'X') upper++;
    else if (mark === 'x') small++;
    run = mark === last ? run + 1 : 1;
    last = mark;
    if (run <= 2) shape += mark;
  }
  if (upper === 0) return { shape, letters: small > 0 ? CASE.lower : CASE.none };
  if (small === 0) return { shape, letters: CASE.upper };
  const rest = upper === 1 && markOf(text.charAt(0)) === 'X';
  return { shape, letters: rest ? CASE.first : CASE.mixed };
}

function markOf(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 97 && code <= 122) return 'x';
  if (code >= 65 && code <= 90) return 'X';
  if (code >= 48 && code <= 57) return 'd';
  if (code < 128) return unit;
  if (unit.toLowerCase() !== unit) return 'X';
  if (unit.toUpperCase() !== unit) return 'x';
  return code === 0x2019 ? "'" : unit;
}
