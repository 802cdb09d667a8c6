/** Variants of training text that news of today has and the wire of 1996 lacks: title-case and upper-case lines. */
import type { ConllDocument, ConllSentence, ConllWord } from './conll';

/** A small seeded generator, so that training gives the same weights each time. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SMALL = new Set('a an and as at but by for from in into is of on or over the to vs with'.split(' '));

/**
 * Re-cases some sentences of a document: headlines in capitals become title case (a word seen in the body keeps its
 * case there), some body sentences become title case or upper case.
 */
export function recaseDocument(document: ConllDocument, random: () => number): ConllDocument {
  const cased = readCases(document);
  return document.map((sentence): ConllSentence => {
    const letters = sentence.map(({ text }) => text).join('');
    const upper = letters === letters.toUpperCase() && /[A-Z]{4}/.test(letters);
    const draw = random();
    if (upper && sentence.length > 3) {
      if (draw < 0.75) return titleCase(sentence, cased, random() < 0.3);
      if (draw < 0.9) return sentence.map((word) => ({ ...word, text: restore(word, cased) }));
      return sentence;
    }
    if (sentence.length > 40 || sentence.length < 5) return sentence;
    if (draw < 0.16) return titleCase(sentence, cased, random() < 0.3);
    if (draw < 0.2) return sentence.map((word) => ({ ...word, text: word.text.toUpperCase() }));
    return sentence;
  });
}

function readCases(document: ConllDocument): Map<string, string> {
  const cased = new Map<string, string>();
  for (const sentence of document) {
    sentence.forEach(({ text }, i) => {
      if (i > 0 && text !== text.toUpperCase()) cased.set(text.toLowerCase(), text);
      else if (i > 0 && /^[A-Z]{2,5}$/.test(text) && sentence.some((word) => /[a-z]/.test(word.text))) {
        cased.set(text.toLowerCase(), text);
      }
    });
  }
  return cased;
}

function titleCase(sentence: ConllSentence, cased: Map<string, string>, all: boolean): ConllSentence {
  return sentence.map((word, i): ConllWord => {
    const lower = word.text.toLowerCase();
    if (i > 0 && !all && SMALL.has(lower)) return { ...word, text: lower };
    const known = cased.get(lower);
    if (known !== undefined && known !== lower) return { ...word, text: known };
    if (word.text !== word.text.toUpperCase() && word.text !== lower) return word;
    const keeps = /^(?:[A-Z]\.)+$/.test(word.text) || !/[A-Z]/i.test(word.text);
    return keeps ? word : { ...word, text: lower.replace(/[a-z]/, (letter) => letter.toUpperCase()) };
  });
}

function restore(word: ConllWord, cased: Map<string, string>): string {
  const lower = word.text.toLowerCase();
  const known = cased.get(lower);
  if (known !== undefined) return known;
  return word.label === 'O' ? lower : lower.replace(/[a-z]/, (letter) => letter.toUpperCase());
}
