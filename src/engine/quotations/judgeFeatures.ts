/** What the last judgement of a proposal looks at: the cue again, and the shape of what the tagger proposes for it. */
import { readCueFeatures } from './cueFeatures';
import { add, type Features, mix } from './hashing';
import type { Proposal } from './proposal';
import type { Reading } from './reading';
import { tagNumber, type Words } from './words';

const VERB = tagNumber('VERB');
const AUX = tagNumber('AUX');
const isVerb = (tag: number) => tag === VERB || tag === AUX;

/** Writes the features of `proposal` into `out` (cleared first). */
export function readJudgeFeatures(proposal: Proposal, reading: Reading, words: Words, out: Features): void {
  const { cue, contents, source, window, gate, margin } = proposal;
  readCueFeatures(reading, words, cue, out);
  const lemma = words.lemma[cue] ?? 0;
  const form = mix(words.form[cue] ?? 0, words.tag[cue] ?? 0);
  const gateBin = Math.max(-12, Math.min(12, Math.round(gate * 2)));
  const marginBin = Math.max(0, Math.min(24, Math.round(Math.sqrt(Math.max(0, margin)) * 4)));
  const first = contents[0];
  const final = contents.at(-1);
  let size = 0;
  let quoted = 0;
  let verbs = 0;
  for (const { first: a, last: b } of contents) {
    for (let i = a; i <= b; i++) {
      size++;
      const item = window.items[i];
      if (item?.kind === 'quoted') quoted++;
      else if (item !== undefined && isVerb(words.tag[item.from] ?? 0)) verbs = Math.min(2, verbs + 1);
    }
  }
  const length = size === 0 ? 0 : size < 2 ? 1 : size < 4 ? 2 : size < 8 ? 3 : size < 16 ? 4 : 5;
  const side =
    (first !== undefined && first.first < window.cue ? 1 : 0) +
    (final !== undefined && final.first > window.cue ? 2 : 0);
  const marks = quoted === 0 ? 0 : quoted === size ? 2 : 1;
  const opening = window.items[first?.first ?? -1];
  const firstWord = opening === undefined ? 0 : (words.word[opening.from] ?? 0);
  const firstTag = opening === undefined ? 0 : (words.tag[opening.from] ?? 0);
  const closing = window.items[(final?.last ?? -2) + 1];
  const next = closing === undefined ? 0 : (words.word[closing.from] ?? 0);
  const speaker = window.items[source?.first ?? -1];
  const speakerTag = speaker === undefined ? 0 : (words.tag[speaker.from] ?? 0);
  const speakerEnd = window.items[source?.last ?? -1];
  const speakerHead = speakerEnd === undefined ? 0 : (words.lemma[speakerEnd.from] ?? 0);
  const place = source === null ? 0 : source.last < window.cue ? 1 : 2;
  const shape = mix(length, side, marks);
  add(out, mix(201, gateBin));
  add(out, mix(202, marginBin));
  add(out, mix(203, gateBin, marginBin >> 1));
  add(out, mix(204, shape, place));
  add(out, mix(205, shape, lemma));
  add(out, mix(206, side, marks, mix(form, place)));
  add(out, mix(207, firstWord, side, place));
  add(out, mix(208, firstTag, side, lemma));
  add(out, mix(209, firstTag, length, speakerTag));
  add(out, mix(210, next, side, length));
  add(out, mix(211, speakerHead));
  add(out, mix(212, speakerHead, lemma));
  add(out, mix(213, speakerTag, form, place));
  add(out, mix(214, contents.length, marks, place));
  add(out, mix(215, place, lemma));
  add(out, mix(216, length, gateBin >> 1));
  add(out, mix(217, length, marginBin, side));
  add(out, mix(218, marks, gateBin));
  add(out, mix(220, verbs, length, lemma));
  add(out, mix(221, verbs, firstTag, mix(side, marks)));
  add(out, mix(222, next, verbs, form));
  add(out, mix(219, firstWord, lemma));
}
