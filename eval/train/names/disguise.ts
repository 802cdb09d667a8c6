/** Variants of training text with names that nobody listed, and with the titles, credits and descriptions of news today. */

import femaleNames from '../../../src/engine/lexicon/female-names.txt';
import firstNames from '../../../src/engine/lexicon/first-names.txt';
import { parseList } from '../../../src/engine/lexicon/list';
import maleNames from '../../../src/engine/lexicon/male-names.txt';
import orgWords from '../../../src/engine/lexicon/org-words.txt';
import placeWords from '../../../src/engine/lexicon/place-words.txt';
import titles from '../../../src/engine/lexicon/titles.txt';
import type { ConllDocument, ConllSentence, ConllWord } from './conll';

type Random = () => number;

const GIVEN = [...parseList(femaleNames), ...parseList(maleNames), ...parseList(firstNames)];
const KEPT = new Set([...parseList(orgWords), ...parseList(placeWords)]);
const SHORT_TITLES =
  'Mr. Mr. Mr. Mrs. Ms. Ms. Dr. Sen. Rep. Gov. President President Senator Judge Prof. Gen. Capt. Sgt. Mayor Governor Rev.'.split(
    ' ',
  );
const TOPICS =
  'foreign defense finance interior health press energy trade economy justice deputy vice chief senior former campaign party state national acting assistant police team'.split(
    ' ',
  );
const OFFICES = parseList(titles).filter((title) => /^[a-z]{5,}$/.test(title));
/** What follows a politician's name without making it a body's. */
const FOLLOWERS = 'campaign administration team government camp family supporters presidency'.split(' ');
const DETERMINERS = ['the', 'his', 'her', 'their', 'the', 'a'];

/** Pieces of names seen in training, by kind, to splice unseen ones from. */
export type NamePool = ReadonlyMap<string, readonly string[]>;

export function collectNames(documents: readonly ConllDocument[]): NamePool {
  const pool = new Map<string, string[]>();
  for (const { text, label } of documents.flat(2)) {
    if (!/^[A-Z][a-z]{2,}$/.test(text) || KEPT.has(text.toLowerCase())) continue;
    const kind = label.slice(2);
    const known = pool.get(kind);
    if (known === undefined) pool.set(kind, [text]);
    else known.push(text);
  }
  return pool;
}

/** Replaces some names throughout a document by spliced or listed ones, the same word by the same word. */
export function replaceNames(document: ConllDocument, pool: NamePool, random: Random): ConllDocument {
  const replaced = new Map<string, string | null>();
  return document.map((sentence) =>
    sentence.map((word, i): ConllWord => {
      const kind = word.label.slice(2);
      if (kind === '' || kind === 'MISC' || !/^[A-Z][A-Za-z]{2,}$/.test(word.text)) return word;
      const lower = word.text.toLowerCase();
      if (KEPT.has(lower)) return word;
      const key = `${kind} ${lower}`;
      let name = replaced.get(key);
      if (name === undefined) {
        const given = kind === 'PER' && word.label.startsWith('B') && sentence[i + 1]?.label === 'I-PER';
        name = drawName(kind, given, pool, random);
        replaced.set(key, name);
      }
      if (name === null) return word;
      const shouts = word.text.length > 3 && word.text === word.text.toUpperCase();
      return { ...word, text: shouts ? name.toUpperCase() : name };
    }),
  );
}

function drawName(kind: string, given: boolean, pool: NamePool, random: Random): string | null {
  const draw = random();
  if (draw > (kind === 'PER' ? 0.7 : 0.3)) return null;
  if (given && draw < 0.3) return capitalise(pick(GIVEN, random));
  const pieces = pool.get(kind) ?? [];
  const [head, tail] = [pick(pieces, random), pick(pieces, random)];
  return capitalise(head.slice(0, Math.ceil(head.length / 2)) + tail.slice(Math.floor(tail.length / 2)));
}

/** Puts titles, offices and appositions around some persons, and adds bylines and credits. */
export function addTitles(document: ConllDocument, random: Random): ConllDocument {
  const out: ConllSentence[] = [];
  const people = document.flatMap((sentence) => sentence.filter(({ label }) => label.endsWith('PER')));
  const bodies = document.flatMap(findBodies);
  document.forEach((sentence, index) => {
    const shouting = sentence.every(({ text }) => text === text.toUpperCase());
    out.push(shouting || sentence.length < 5 ? sentence : titlePersons(sentence, bodies, random));
    if (index === 0 && random() < 0.6 && people.length > 1) out.push(makeCredit(people, random));
    else if (random() < 0.02 && people.length > 1) out.push(makeCredit(people, random));
  });
  return out;
}

function titlePersons(
  sentence: ConllSentence,
  bodies: readonly ConllSentence[],
  random: Random,
): ConllSentence {
  const words: ConllWord[] = [];
  let closing = false;
  sentence.forEach((word, i) => {
    const starts = word.label === 'B-PER';
    const next = sentence[i + 1]?.text ?? '.';
    const alone = starts && sentence[i + 1]?.label !== 'I-PER';
    const free = i === 0 || /^[a-z,"]/.test(sentence[i - 1]?.text ?? '');
    const draw = random();
    if (starts && free) {
      if (alone && draw < 0.25) words.push(outside(pick(SHORT_TITLES, random)));
      else if (!alone && draw < 0.1)
        words.push(...makeOffice(random).map((text) => outside(capitalise(text))));
      else if (!alone && draw < 0.16) words.push(...makeOffice(random).map(outside));
      else if (!alone && draw < 0.2) words.push(outside(pick(SHORT_TITLES, random)));
      else if (!alone && draw < 0.3 && draw > 0.26 && bodies.length > 0) {
        words.push(
          ...pick(bodies, random),
          ...makeOffice(random).map((text) => outside(random() < 0.5 ? capitalise(text) : text)),
        );
      } else if (draw > 0.92 && /^(?:said|would|has|had|was|will)$/.test(next) && alone) {
        words.push(outside(i === 0 ? 'The' : 'the'), word, outside(pick(FOLLOWERS, random)));
        return;
      } else if (!alone && draw < 0.26) {
        const determiner = pick(DETERMINERS, random);
        words.push(
          outside(i === 0 ? capitalise(determiner) : determiner),
          ...makeOffice(random).map(outside),
          outside(','),
        );
        closing = true;
      }
    }
    words.push(word);
    const ends = word.label.endsWith('PER') && sentence[i + 1]?.label !== 'I-PER';
    if (ends && closing) {
      closing = false;
      if (!/^[,.;:)]/.test(sentence[i + 1]?.text ?? '.')) words.push(outside(','));
    } else if (ends && draw > 0.96 && /^[a-z]/.test(sentence[i + 1]?.text ?? '')) {
      words.push(
        outside(','),
        outside(pick(DETERMINERS, random)),
        ...makeOffice(random).map(outside),
        outside(','),
      );
    }
  });
  return words;
}

/** Names of organisations in normal case, as stretches of a sentence. */
function findBodies(sentence: ConllSentence): ConllSentence[] {
  const bodies: ConllWord[][] = [];
  for (const word of sentence) {
    if (word.label === 'B-ORG') bodies.push([word]);
    else if (word.label === 'I-ORG') bodies.at(-1)?.push(word);
  }
  return bodies.filter((body) => body.some(({ text }) => /[a-z]/.test(text)));
}

function makeOffice(random: Random): string[] {
  const office = pick(OFFICES, random);
  return random() < 0.5 ? [office] : [pick(TOPICS, random), office];
}

function makeCredit(people: readonly ConllWord[], random: Random): ConllSentence {
  const name = (): ConllWord[] => {
    const given = capitalise(pick(GIVEN, random));
    const surname = pick(people, random).text;
    return [
      { text: given, label: 'B-PER' },
      {
        text: surname === surname.toUpperCase() ? capitalise(surname.toLowerCase()) : surname,
        label: 'I-PER',
      },
    ];
  };
  const draw = random();
  if (draw < 0.45) return [outside('By'), ...name()];
  if (draw < 0.6) return [outside('By'), ...name(), outside('and'), ...name()];
  if (draw < 0.7) return [outside('By'), ...name(), outside(','), outside('Staff'), outside('Writer')];
  if (draw < 0.8) return name();
  if (draw < 0.9) return [outside('Photo'), outside(':'), ...name()];
  return [...name(), outside('contributed'), outside('to'), outside('this'), outside('report'), outside('.')];
}

function outside(text: string): ConllWord {
  return { text, label: 'O' };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
