/** What tells a word that reports speech or thought from one that does not: word, neighbours, subject, quotation marks. */
import { add, type Features, mix } from './hashing';
import type { Reading } from './reading';
import { tagNumber, type Words } from './words';

const COMMA = ',';
const ADV = tagNumber('ADV');
const AUX = tagNumber('AUX');
const PART = tagNumber('PART');
const NOUN = tagNumber('NOUN');
const PROPN = tagNumber('PROPN');
const PRON = tagNumber('PRON');
const PUNCT = tagNumber('PUNCT');
const VERB = tagNumber('VERB');
const EDGE = 42;
const ASKING = new Set(['whether', 'how', 'why', 'if', 'what', 'who', 'when', 'where']);

/** Writes the features of the candidate at token `at` into `out` (cleared first). */
export function readCueFeatures(reading: Reading, words: Words, at: number, out: Features): void {
  const { document, units, unitOf, segmentOf, segments } = reading;
  const unit = units[unitOf[at] ?? 0];
  const from = unit?.from ?? 0;
  const to = unit?.to ?? document.tokens.length;
  const word = (i: number) => (i < from || i >= to ? EDGE : (words.word[i] ?? 0));
  const tag = (i: number) => (i < from || i >= to ? EDGE : (words.tag[i] ?? 0));
  const lemma = words.lemma[at] ?? 0;
  const form = mix(words.form[at] ?? 0, words.tag[at] ?? 0);
  const own = segmentOf[at] ?? -1;
  out.size = 0;
  add(out, mix(101, lemma));
  add(out, mix(102, lemma, form));
  add(out, mix(103, form));
  add(out, mix(104, lemma, tag(at + 1)));
  add(out, mix(105, lemma, word(at + 1)));
  add(out, mix(106, lemma, tag(at - 1)));
  add(out, mix(107, lemma, word(at - 1)));
  add(out, mix(108, form, word(at + 1)));
  add(out, mix(109, form, word(at - 1)));
  add(out, mix(110, form, tag(at + 1), tag(at + 2)));
  add(out, mix(111, form, tag(at - 1), tag(at - 2)));
  add(out, mix(112, form, word(at + 1), word(at + 2)));
  add(out, mix(113, form, word(at - 2), word(at - 1)));
  add(out, mix(114, lemma, word(at + 1), word(at + 2)));
  add(out, mix(115, form, tag(at - 1), tag(at + 1)));

  const subject = addSubject(words, at, from, to, out);
  const object = addObject(words, at, from, to, out);

  // Quotation marks and commas around.
  const inside = own === -1 ? 0 : (segments[own]?.to ?? 0) - (segments[own]?.from ?? 0) < 6 ? 1 : 2;
  const marks = lookAround(reading, at, from, to);
  add(out, mix(125, inside, form));
  add(out, mix(126, marks, lemma));
  add(out, mix(127, marks, form, subject));
  add(out, mix(128, marks, tag(at + 1), tag(at - 1)));
  const place = Math.min(3, at - from) * 4 + Math.min(3, to - 1 - at);
  add(out, mix(129, place, form));
  add(out, mix(130, place, lemma));
  const nextUnit = units[(unitOf[at] ?? 0) + 1];
  const quotedNext = nextUnit !== undefined && (segmentOf[nextUnit.from] ?? -1) !== -1 ? 1 : 0;
  add(out, mix(131, quotedNext, lemma, marks));
  addMeaning(reading, words, at, { form, subject, object, marks }, out);
  const last = document.tokens[to - 1]?.lower ?? '';
  add(out, mix(132, last === '.' || last === '"' || last === '?' ? 1 : 0, form, place));
}

/** The head of what stands before the verb, past adverbs and auxiliaries; returns its tag. */
function addSubject(words: Words, at: number, from: number, to: number, out: Features): number {
  const lemma = words.lemma[at] ?? 0;
  const form = mix(words.form[at] ?? 0, words.tag[at] ?? 0);
  let subject = at - 1;
  let helpers = 0;
  while (subject >= from && subject > at - 6) {
    const kind = words.tag[subject] ?? 0;
    if (kind !== ADV && kind !== AUX && kind !== PART) break;
    if (kind !== ADV) helpers = mix(helpers, words.word[subject] ?? 0);
    subject--;
  }
  const within = subject >= from && subject < to;
  const tag = within ? (words.tag[subject] ?? 0) : EDGE;
  add(out, mix(116, tag, form, helpers));
  add(out, mix(117, within ? (words.word[subject] ?? 0) : EDGE, form));
  add(out, mix(118, words.lemma[subject] ?? 0, lemma));
  add(out, mix(119, helpers, lemma));
  add(out, mix(120, tag, lemma, words.shape[Math.max(0, subject)] ?? 0));
  return tag;
}

/** The head of the first noun phrase after it; returns its token. */
function addObject(words: Words, at: number, from: number, to: number, out: Features): number {
  const lemma = words.lemma[at] ?? 0;
  const form = mix(words.form[at] ?? 0, words.tag[at] ?? 0);
  const tag = (i: number) => (i < from || i >= to ? EDGE : (words.tag[i] ?? 0));
  let object = at + 1;
  while (object < to && object < at + 7) {
    const kind = words.tag[object] ?? 0;
    if ((kind === NOUN || kind === PROPN || kind === PRON) && tag(object + 1) !== NOUN) break;
    if (kind === PUNCT) break;
    object++;
  }
  const after = object + 1 < from || object + 1 >= to ? EDGE : (words.word[object + 1] ?? 0);
  add(out, mix(121, lemma, words.lemma[object] ?? 0));
  add(out, mix(122, form, tag(object), words.shape[object] ?? 0));
  add(out, mix(123, form, words.lemma[object] ?? 0));
  add(out, mix(124, lemma, tag(object), after));
  return object;
}

/** What the word means, the verb before it, and questions and headlines. */
function addMeaning(
  { document, units, unitOf }: Reading,
  words: Words,
  at: number,
  near: { readonly form: number; readonly subject: number; readonly object: number; readonly marks: number },
  out: Features,
): void {
  const { form, subject, object, marks } = near;
  const unit = units[unitOf[at] ?? 0];
  const from = unit?.from ?? 0;
  const to = unit?.to ?? at + 1;
  const tag = (i: number) => (i < from || i >= to ? EDGE : (words.tag[i] ?? 0));
  const word = (i: number) => (i < from || i >= to ? EDGE : (words.word[i] ?? 0));
  const lemma = words.lemma[at] ?? 0;
  const sense = words.sense[at] ?? 0;
  let verb = at - 1;
  while (verb >= Math.max(from, at - 15) && words.tag[verb] !== VERB) verb--;
  const found = verb >= from && words.tag[verb] === VERB;
  const verbLemma = found ? (words.lemma[verb] ?? 0) : EDGE;
  const verbMeaning = found ? (words.sense[verb] ?? 0) : EDGE;
  let question = 0;
  for (let i = at + 1; i < Math.min(to, at + 5); i++) {
    const lower = document.tokens[i]?.lower ?? '';
    if (ASKING.has(lower)) question = i - at;
  }
  const headline = unit?.paragraph === 0 ? 1 : 0;
  add(out, mix(133, sense, form));
  add(out, mix(134, sense, marks, form));
  add(out, mix(135, sense, subject, tag(at + 1)));
  add(out, mix(136, sense, word(at + 1)));
  add(out, mix(137, lemma, verbLemma));
  add(out, mix(138, form, verbMeaning, word(at - 1)));
  add(out, mix(139, tag(at - 2), tag(at - 1), mix(form, tag(at + 1), tag(at + 2))));
  add(out, mix(140, headline, form, sense));
  add(out, mix(141, words.sense[object] ?? 0, sense, form));
  add(out, mix(142, words.sense[object] ?? 0, lemma));
  add(out, mix(143, question, lemma));
  add(out, mix(144, question, sense, form));
  add(out, mix(145, sense, word(at - 1)));
}

/** Whether quoted words, a comma, `that`, or `to` stand within reach on either side. */
function lookAround({ document, segmentOf }: Reading, at: number, from: number, to: number): number {
  const own = segmentOf[at] ?? -1;
  let left = 0;
  for (let i = at - 1; i >= Math.max(from, at - 12); i--) {
    if ((segmentOf[i] ?? -1) > own) {
      left |= document.tokens[i - 1]?.lower === COMMA ? 3 : 1;
      break;
    }
    if (document.tokens[i]?.lower === COMMA) left |= 4;
  }
  let right = 0;
  for (let i = at + 1; i < Math.min(to, at + 8); i++) {
    const lower = document.tokens[i]?.lower;
    if ((segmentOf[i] ?? -1) > own) {
      right |= 1;
      break;
    }
    if (lower === 'that') right |= 2;
    if (lower === COMMA) right |= 4;
    if (lower === 'to') right |= 8;
  }
  return left * 16 + right;
}
