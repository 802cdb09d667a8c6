/** Counterclaim's stages and its peers over the same articles in one process, in turn. */
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Engine } from '../src/engine';
import { readDocument } from '../src/engine/text/read';
import { createTagger } from '../src/engine/text/tagger';
import { timeOf } from './measure';

/** A contender's name and its least time, in milliseconds of processor time, over the articles. */
export interface Contender {
  readonly name: string;
  readonly milliseconds: number;
}

type Work = readonly [name: string, read: (text: string, index: number) => unknown];

/** The names under which the contenders report. */
export const NAMES = {
  wink: 'wink-nlp alone: tokens, sentences, tags',
  text: 'our text layer on wink-nlp: tokens, sentences, tags, lemmas, offsets',
  analysis: 'the whole analysis: layout, names, quotations, claims',
  compromise: 'compromise: people, places, organizations, quotations',
} as const;

/**
 * Measures each contender over `texts`, taking turns so that a busy moment hits all alike; the least of `rounds`.
 * The texts must be longer in all than what the tagger remembers, or later rounds would measure its memory.
 */
export function measureOurs(
  texts: readonly string[],
  engine: Engine,
  core: string,
  rounds: number,
): Contender[] {
  const wink = winkNLP(winkModel, ['sbd', 'pos']);
  const tag = createTagger(core);
  return takeTurns(
    texts,
    [
      [NAMES.wink, (text) => wink.readDoc(text)],
      [NAMES.text, (text) => readDocument(text, tag)],
      [NAMES.analysis, (text, i) => engine.analyze({ id: `${i}.txt`, text })],
    ],
    rounds,
  );
}

/** compromise over `texts`, once after a warm-up: it is slow enough to need no more. */
export function measureCompromise(texts: readonly string[]): Contender {
  const read = (text: string) => {
    const document = nlp(text);
    for (const view of [
      document.people(),
      document.places(),
      document.organizations(),
      document.quotations(),
    ]) {
      view.out('array');
    }
  };
  for (const text of texts.slice(0, 3)) read(text);
  return { name: NAMES.compromise, milliseconds: timeOf(() => texts.forEach(read)) };
}

function takeTurns(texts: readonly string[], works: readonly Work[], rounds: number): Contender[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    works.forEach(([, read], i) => {
      const time = timeOf(() => texts.forEach((text, k) => void read(text, k)));
      least[i] = Math.min(least[i] ?? time, time);
    });
  }
  return works.map(([name], i) => ({ name, milliseconds: least[i] ?? Number.NaN }));
}
