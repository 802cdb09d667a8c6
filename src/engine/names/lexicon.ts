/** What the word lists say of a word or phrase: title, organisation word, place, first name… */
import bodies from '../lexicon/bodies.txt';
import demonyms from '../lexicon/demonyms.txt';
import femaleNames from '../lexicon/female-names.txt';
import firstNames from '../lexicon/first-names.txt';
import { parseList } from '../lexicon/list';
import maleNames from '../lexicon/male-names.txt';
import particles from '../lexicon/name-particles.txt';
import orgWords from '../lexicon/org-words.txt';
import organizations from '../lexicon/organizations.txt';
import placeWords from '../lexicon/place-words.txt';
import places from '../lexicon/places.txt';
import regions from '../lexicon/regions.txt';
import surnames from '../lexicon/surnames.txt';
import titles from '../lexicon/titles.txt';
import type { Token } from '../text/document';

/** Bits of {@link NameLexicon.wordBits}. */
export const WORD = {
  title: 1,
  orgWord: 2,
  placeWord: 4,
  firstName: 8,
  surname: 16,
  demonym: 32,
  particle: 64,
  female: 128,
  male: 256,
} as const;

/** The bits that the model weighs; a name's gender is no feature. */
export const FEATURE_BITS = 127;

/** Bits of {@link NameLexicon.markPhrases}: first or later word of a listed place or body. */
export const PHRASE = { place: 1, placeInside: 2, body: 4, bodyInside: 8 } as const;

interface Phrase {
  readonly words: readonly string[];
  readonly first: number;
  readonly inside: number;
}

export class NameLexicon {
  readonly #words = new Map<string, number>();
  readonly #phrases = new Map<string, Phrase[]>();

  constructor() {
    this.#addWords(titles, WORD.title);
    this.#addWords(orgWords, WORD.orgWord);
    this.#addWords(placeWords, WORD.placeWord);
    this.#addWords(firstNames, WORD.firstName);
    this.#addWords(femaleNames, WORD.firstName | WORD.female);
    this.#addWords(maleNames, WORD.firstName | WORD.male);
    this.#addWords(surnames, WORD.surname);
    this.#addWords(demonyms, WORD.demonym);
    this.#addWords(particles, WORD.particle);
    this.#addPhrases(places, PHRASE.place, PHRASE.placeInside);
    this.#addPhrases(regions, PHRASE.place, PHRASE.placeInside);
    this.#addPhrases(organizations, PHRASE.body, PHRASE.bodyInside);
    this.#addPhrases(bodies, PHRASE.body, PHRASE.bodyInside);
  }

  /** {@link WORD} bits of a folded lower-case word; 0 when no list has it. */
  wordBits(lower: string): number {
    return this.#words.get(lower) ?? 0;
  }

  /** Marks listed places and bodies in `marks` (a {@link PHRASE} byte per token), starting at token `at`. */
  markPhrases(tokens: readonly Token[], at: number, marks: Uint8Array): void {
    const phrases = this.#phrases.get(tokens[at]?.lower ?? '');
    if (phrases === undefined) return;
    for (const { words, first, inside } of phrases) {
      let length = 1;
      while (length < words.length && tokens[at + length]?.lower === words[length]) length++;
      if (length < words.length) continue;
      marks[at] = (marks[at] ?? 0) | first;
      for (let i = 1; i < length; i++) marks[at + i] = (marks[at + i] ?? 0) | inside;
    }
  }

  #addWords(list: string, bit: number): void {
    for (const word of parseList(list)) this.#words.set(word, this.wordBits(word) | bit);
  }

  #addPhrases(list: string, first: number, inside: number): void {
    for (const entry of parseList(list)) {
      // The tagger makes a hyphen a token of its own.
      const words = entry.replaceAll('-', ' - ').split(/ +/);
      const head = words[0] ?? entry;
      const phrases = this.#phrases.get(head);
      if (phrases === undefined) this.#phrases.set(head, [{ words, first, inside }]);
      else phrases.push({ words, first, inside });
    }
  }
}
