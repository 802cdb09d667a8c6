/** Words in quotation marks that a possessive ascribes: “Torvik's “long night” speech”, “her “never again” pledge”. */
import type { Names } from '../names/names';
import type { Draft } from './draft';
import { firstEndingAfter } from './mentions';
import type { Reading } from './reading';
import { nounSense } from './senses';

/** Log odds of quotations found this way. */
const ODDS = 1.5;
const POSSESSIVE = /^['’]?s?\s?$/;

/** Finds quoted words between somebody's possessive and a noun of saying or thinking. */
export function findAscribed(
  { document, segments }: Reading,
  { mentions }: Names,
  drafts: readonly Draft[],
): Draft[] {
  const cued = new Set(drafts.flatMap(({ cue }) => (cue === null ? [] : [cue.start])));
  return segments.flatMap(({ start, end, from, to, closed }): Draft[] => {
    const noun = document.tokens[to];
    if (noun === undefined || !closed || noun.tag !== 'NOUN' || nounSense(noun.lemma) === 0) return [];
    if (cued.has(noun.start) || document.text.slice(end, noun.start).trim() !== '') return [];
    const owner = mentions[firstEndingAfter(mentions, start) - 1];
    if (owner === undefined || owner.kind === 'place') return [];
    const mark = document.text.slice(owner.end, start);
    const owns = POSSESSIVE.test(mark) && (mark.trim() !== '' || owner.form === 'pronoun');
    if (!owns) return [];
    const source = { start: owner.start, end: owner.end };
    const cue = { start: noun.start, end: noun.end };
    return [
      { content: [{ start, end }], quoted: true, plain: false, cue, source, odds: ODDS, from, to: to - 1 },
    ];
  });
}
