/** Random texts for property tests: hostile ones, and invented news that has been damaged. */
import fc from 'fast-check';

/** Every run is the same run; `npm run fuzz` may set another seed and more runs. */
const { COUNTERCLAIM_FUZZ_SEED, COUNTERCLAIM_FUZZ_RUNS } = process.env;

/** Options for `fc.assert`. @param runs how often without `COUNTERCLAIM_FUZZ_RUNS` */
export function fuzz(runs: number): { seed: number; numRuns: number } {
  return {
    seed: Number(COUNTERCLAIM_FUZZ_SEED ?? 20221107),
    numRuns: Number(COUNTERCLAIM_FUZZ_RUNS ?? runs),
  };
}

/** Pieces that break tokenizers, line counters and quotation scanners. */
const HOSTILE_PIECES = [
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u0000',
  '\t',
  ' ',
  '   ',
  '\u00a0',
  '\u3000',
  '\u2007',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u202e',
  '\ud83d',
  '\ude00',
  '😀',
  '👩‍👩‍👧',
  '𝔘',
  'e\u0301',
  '\u0301\u0302\u0303',
  'İ',
  'ǅ',
  'ß',
  'ğ',
  'Ł',
  'سلام',
  'שלום',
  'Владимир',
  '新聞',
  'ประเทศ',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  "''",
  '``',
  '«',
  '»',
  '„',
  '—',
  '…',
  '...',
  '-',
  '(',
  ')',
  '[',
  '@a',
  '#b',
  'https://a.example/x?y=z#w',
  'a@b.example',
  '$1.5m',
  '1,000',
  "can't",
  'cannot',
  'U.S.',
  'constructor',
  '__proto__',
  'toString',
  'said',
  'told',
  'Mr.',
  'According to',
  'x'.repeat(300),
  'a-'.repeat(200),
  '"'.repeat(50),
] as const;

/** Invented news in the ordinary shapes: bylines, datelines, quotations before, after and around the cue. */
export const NEWS = `Harbour bridge to reopen, mayor says

By Lena Aldous
March 3, 2021

OSSIN, March 3 (Wire) — Mayor Ana Velde said on Wednesday that the harbour bridge would reopen by April.
“We have waited long enough,” she told reporters. “At least 12 of the 14 cables have been replaced.”

According to Bram Okoro, a spokesman for the Port Authority, about 3,000 cars a day will use it.
'It is not safe,' said engineer Jiří Novák, who called the plan "a bet with other people's lives".
The council voted 7-4 on Tuesday. Velde, 52, declined to comment; her office did not respond.
Read more: Ferry fares to rise
`;

const word = fc.constantFrom(...NEWS.split(/\s+/));

/** Pieces in any order, words between them. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE_PIECES), word, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 60,
  })
  .chain((pieces) => fc.constantFrom(' ', '', '\n').map((between) => pieces.join(between)));

/** `text` with a few random places cut out, doubled or replaced by a hostile piece. */
export function damaged(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: text.length }),
    length: fc.nat({ max: 20 }),
    put: fc.oneof(fc.constant(''), fc.constantFrom(...HOSTILE_PIECES)),
  });
  return fc.array(edit, { maxLength: 8 }).map((edits) => {
    let result = text;
    for (const { at, length, put } of edits) result = result.slice(0, at) + put + result.slice(at + length);
    return result;
  });
}

/** Hostile or damaged. */
export const anyText = fc.oneof(hostileText, damaged(NEWS));
