/** What the last judgement of a proposal looks at: the cue again, and the shape of what the tagger proposes for it. */
import { readCueFeatures } from './cueFeatures';
import { add, type Features, mix } from './hashing';
import type { Proposal } from './proposal';
import type { Reading } from './reading';
import type { Window } from './window';
import { tagNumber, type Words } from './words';

const VERB = tagNumber('VERB');
const AUX = tagNumber('AUX');
const isVerb = (tag: number) => tag === VERB || tag === AUX;

/** The shape of the proposed content, counted in classes. */
function describeContent({ contents, window }: Proposal, words: Words) {
  const first = contents[0];
  const final = contents.at(-1);
  let size = 0;
  let quoted = 0;
  let verbs = 0;
  for (const stretch of contents) {
    for (let i = stretch.first; i <= stretch.last; i++) {
      size++;
      const item = window.items[i];
      if (item?.kind === 'quoted') quoted++;
      else if (item !== undefined && isVerb(words.tag[item.from] ?? 0)) verbs = Math.min(2, verbs + 1);
    }
  }
  const before = first !== undefined && first.first < window.cue ? 1 : 0;
  const after = final !== undefined && final.first > window.cue ? 2 : 0;
  return {
    verbs,
    length: SIZES.findIndex((most) => size <= most),
    side: before + after,
    marks: quoted === 0 ? 0 : quoted === size ? 2 : 1,
    firstWord: wordAt(first?.first ?? -1, window, words.word),
    firstTag: wordAt(first?.first ?? -1, window, words.tag),
    next: wordAt((final?.last ?? -2) + 1, window, words.word),
  };
}

function holdsItem(contents: Proposal['contents'], item: number): number {
  return contents.some(({ first, last }) => item >= first && item <= last) ? 1 : 0;
}

const SIZES = [0, 1, 3, 7, 15, Number.POSITIVE_INFINITY];

function wordAt(item: number, { items }: Window, numbers: Int32Array | Uint8Array): number {
  const from = items[item]?.from;
  return from === undefined ? 0 : (numbers[from] ?? 0);
}

/** Writes the features of `proposal` into `out` (cleared first). */
export function readJudgeFeatures(proposal: Proposal, reading: Reading, words: Words, out: Features): void {
  const { cue, contents, source, window, gate, margin } = proposal;
  readCueFeatures(reading, words, cue, out);
  const lemma = words.lemma[cue] ?? 0;
  const sense = words.sense[cue] ?? 0;
  const form = mix(words.form[cue] ?? 0, words.tag[cue] ?? 0);
  const gateBin = Math.max(-12, Math.min(12, Math.round(gate * 2)));
  const marginBin = Math.max(0, Math.min(24, Math.round(Math.log2(1 + Math.max(0, margin)) * 3)));
  const { verbs, length, side, marks, firstWord, firstTag, next } = describeContent(proposal, words);
  const speakerTag = wordAt(source?.first ?? -1, window, words.tag);
  const speakerHead = wordAt(source?.last ?? -1, window, words.lemma);
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
  add(out, mix(223, sense, shape));
  add(out, mix(224, sense, verbs, mix(firstTag, side)));
  add(out, mix(225, sense, firstWord, side));
  add(out, mix(226, sense, speakerTag, place));
  add(out, mix(219, firstWord, lemma));
  const { anchors, rivals } = proposal;
  const tie = anchors.left * 16 + anchors.right;
  const holds = holdsItem(contents, anchors.leftItem) + 2 * holdsItem(contents, anchors.rightItem);
  add(out, mix(227, tie, holds, marks));
  add(out, mix(228, tie, holds, form));
  add(out, mix(229, holds, side, lemma));
  const after = (contents.at(-1)?.last ?? -2) + 1;
  const ends = mix(wordAt(after, window, words.tag), wordAt(after + 1, window, words.tag));
  add(out, mix(230, ends, wordAt(after - 1, window, words.tag)));
  add(out, mix(231, next, wordAt(after + 1, window, words.word), side));
  const rival = rivals.before * 5 + rivals.after;
  add(out, mix(232, rival, gateBin >> 1));
  add(out, mix(233, rivals.inside, length, gateBin >> 1));
  add(out, mix(234, rival, rivals.inside, side));
}
