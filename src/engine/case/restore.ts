/** Words with a lost run of letters put back, and the words and pairs of words of one article. */
import type { Article } from '../types';

/** A word in its place. */
export interface Lost {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of an article’s own prose, in small letters. */
export interface StoryWords {
  /** Where each word first stands. */
  readonly places: ReadonlyMap<string, number>;
  /** Neighbouring words, “foreign minister”. */
  readonly pairs: ReadonlySet<string>;
  /** The words written in small letters only, each with the word before it. */
  readonly phrases: readonly (Lost & { readonly before: string })[];
}

const LONGEST_RUN = 4;
const byShape = new WeakMap<ReadonlySet<string>, Map<string, string[]>>();

/**
 * The runs of letters that put into `word` at one place make a word of `vocabulary`.
 * @param shortest the shortest run, in letters
 */
export function restoreWord(word: string, vocabulary: ReadonlySet<string>, shortest: number): string[] {
  const runs = new Set<string>();
  const shapes = shapesOf(vocabulary);
  for (let length = word.length + shortest; length <= word.length + LONGEST_RUN; length++) {
    for (const whole of shapes.get(`${word.charAt(0)}${length}`) ?? []) {
      for (let at = 1; at <= word.length; at++) {
        if (whole.startsWith(word.slice(0, at)) && whole.endsWith(word.slice(at))) {
          runs.add(whole.slice(at, at + length - word.length));
        }
      }
    }
  }
  return [...runs].sort();
}

/** Every word that `word` may have been before it lost `run`; an ending such as “-s” may follow. */
export function loseRun(word: string, run: string): string[] {
  const wholes: string[] = [];
  for (let at = 1; at <= word.length; at++) wholes.push(word.slice(0, at) + run + word.slice(at));
  return wholes;
}

/** First letter and length → words. */
function shapesOf(vocabulary: ReadonlySet<string>): Map<string, string[]> {
  const known = byShape.get(vocabulary);
  if (known !== undefined) return known;
  const shapes = new Map<string, string[]>();
  for (const word of vocabulary) {
    const key = `${word.charAt(0)}${word.length}`;
    const list = shapes.get(key);
    if (list === undefined) shapes.set(key, [word]);
    else list.push(word);
  }
  byShape.set(vocabulary, shapes);
  return shapes;
}

const WORD = /[\p{L}\p{N}'’-]+/gu;
const PLAIN = /^[a-z]{2,20}$/;

/** Reads the words of the regions that are the article’s own prose. */
export function readStoryWords({ text, facts }: Article): StoryWords {
  const places = new Map<string, number>();
  const pairs = new Set<string>();
  const phrases: (Lost & { before: string })[] = [];
  for (const { kind, start, end } of facts.regions) {
    if (kind !== 'body' && kind !== 'headline' && kind !== 'deck') continue;
    let before = '';
    for (const match of text.slice(start, end).matchAll(WORD)) {
      const word = match[0];
      const at = start + match.index;
      const lower = word.toLowerCase();
      if (!places.has(lower)) places.set(lower, at);
      pairs.add(`${before} ${lower}`);
      if (PLAIN.test(word)) phrases.push({ word, start: at, end: at + word.length, before });
      before = lower;
    }
  }
  return { places, pairs, phrases };
}
