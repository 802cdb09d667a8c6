/** Who said what, pattern by pattern, in invented sentences. */
import assert from 'node:assert/strict';
import type { Quotation } from '../../../src/engine/types';
import { sharedEngine } from '../../resources';

interface Said {
  readonly type: Quotation['type'];
  readonly content: readonly string[];
  readonly cue: string | null;
  readonly source: string | null;
  readonly speaker: string | null;
}

function read(text: string): Said[] {
  const facts = sharedEngine().analyze({ id: 'a.txt', text });
  const words = (span: { start: number; end: number } | null) =>
    span === null ? null : text.slice(span.start, span.end);
  return facts.quotations.map((quotation) => ({
    type: quotation.type,
    content: quotation.content.map((span) => text.slice(span.start, span.end)),
    cue: words(quotation.cue),
    source: words(quotation.source),
    speaker: quotation.speaker === null ? null : (facts.entities[quotation.speaker]?.name ?? null),
  }));
}

interface Expected {
  readonly type: Quotation['type'];
  readonly content: readonly string[];
  readonly cue?: string | null;
  /** A part of the words that name the source. */
  readonly source?: string | null;
}

function assertSaid(text: string, expected: Expected): void {
  const found = read(text);
  const same = found.find(
    ({ type, content }) => type === expected.type && content.join(' | ') === expected.content.join(' | '),
  );
  assert.ok(same, `no such quotation among ${JSON.stringify(found, null, 1)}`);
  if (expected.cue !== undefined) assert.equal(same.cue, expected.cue);
  if (expected.source !== undefined) {
    if (expected.source === null) assert.equal(same.source, null);
    else assert.ok(same.source?.includes(expected.source), `source is ${same.source}`);
  }
}

const CASES: readonly (readonly [string, string, Expected])[] = [
  [
    'attribution after',
    '“The bridge will open in May,” Mayor Ana Torvik said.',
    { type: 'direct', content: ['“The bridge will open in May,”'], cue: 'said', source: 'Torvik' },
  ],
  [
    'inverted attribution',
    '“The bridge will open in May,” said Ana Torvik, the mayor of Belmara.',
    { type: 'direct', content: ['“The bridge will open in May,”'], cue: 'said', source: 'Ana Torvik' },
  ],
  [
    'attribution before',
    'Ana Torvik said: “The bridge will open in May.”',
    { type: 'direct', content: ['“The bridge will open in May.”'], cue: 'said', source: 'Ana Torvik' },
  ],
  [
    'attribution in the middle',
    '“The bridge will open in May,” she said. “Nobody doubts it now.”',
    {
      type: 'direct',
      content: ['“The bridge will open in May,”', '“Nobody doubts it now.”'],
      cue: 'said',
      source: 'she',
    },
  ],
  [
    'straight marks',
    '"The bridge will open in May," Torvik told reporters.',
    { type: 'direct', content: ['"The bridge will open in May,"'], cue: 'told', source: 'Torvik' },
  ],
  [
    'two apostrophes as marks',
    "''The bridge will open in May,'' Torvik said.",
    { type: 'direct', content: ["''The bridge will open in May,''"], cue: 'said', source: 'Torvik' },
  ],
  [
    'indirect speech with that',
    'Torvik said that the bridge would open in May.',
    { type: 'indirect', content: ['that the bridge would open in May'], cue: 'said', source: 'Torvik' },
  ],
  [
    'indirect speech without that',
    'Torvik said the bridge would open in May.',
    { type: 'indirect', content: ['the bridge would open in May'], cue: 'said', source: 'Torvik' },
  ],
  [
    'according to, after',
    'The bridge will open in May, according to the city council.',
    {
      type: 'indirect',
      content: ['The bridge will open in May'],
      cue: 'according',
      source: 'the city council',
    },
  ],
  [
    'according to, before',
    'According to the city council, the bridge will open in May.',
    {
      type: 'indirect',
      content: ['the bridge will open in May'],
      cue: 'According',
      source: 'the city council',
    },
  ],
  [
    'indirect attribution after',
    'The bridge will open in May, officials said.',
    { type: 'indirect', content: ['The bridge will open in May'], cue: 'said', source: 'officials' },
  ],
  [
    'mixed',
    'Torvik said the bridge was “a gift to our children.”',
    { type: 'mixed', content: ['the bridge was “a gift to our children.”'], cue: 'said', source: 'Torvik' },
  ],
  [
    'a subject with an apposition',
    'Ana Torvik, the mayor of Belmara, said the bridge would open in May.',
    { type: 'indirect', content: ['the bridge would open in May'], cue: 'said', source: 'Ana Torvik' },
  ],
  [
    'a subject of many words after the comma',
    "''The law did not cover the bridge,'' she said, referring to the old toll road.",
    { type: 'direct', content: ["''The law did not cover the bridge,''"], cue: 'said', source: 'she' },
  ],
  [
    'somebody spoken to between cue and words',
    'Ana Torvik told the mayors who had come to Belmara, “No one should doubt us.”',
    { type: 'direct', content: ['“No one should doubt us.”'], cue: 'told', source: 'Ana Torvik' },
  ],
  [
    'a participle',
    'Torvik said the bridge would open in May, adding that the toll would be low.',
    { type: 'indirect', content: ['that the toll would be low'], cue: 'adding', source: 'Torvik' },
  ],
];

describe('findQuotations', function () {
  // The first case builds the engine.
  this.timeout(180_000);
  for (const [name, text, expected] of CASES) {
    it(`reads ${name}`, () => assertSaid(text, expected));
  }

  it('goes on with the quotation of the paragraph before', () => {
    const text =
      'Ana Torvik said: “The bridge will open in May.”\n\n“Nobody doubts it any more in this town.”\n';
    assertSaid(text, {
      type: 'direct',
      content: ['“The bridge will open in May.”', '“Nobody doubts it any more in this town.”'],
    });
  });

  it('holds paragraphs with repeated opening marks together', () => {
    const text =
      '“The bridge will open in May,” Torvik said. “We worked for years.\n\n“Nobody doubts it now.”\n';
    assertSaid(text, {
      type: 'direct',
      content: ['“The bridge will open in May,”', '“We worked for years.', '“Nobody doubts it now.”'],
    });
  });

  it('reads a transcript', () => {
    const text =
      'RESKA: What did you see that night?\n\nTORVIK: I saw the lights go out.\n\nRESKA: All of them?\n\nTORVIK: Every one of them.\n';
    assertSaid(text, { type: 'indirect', content: ['I saw the lights go out.'], cue: ':', source: 'TORVIK' });
  });

  it('takes scare quotes, titles and nicknames for no quotations', () => {
    for (const text of [
      'The band played “Harbour Lights” twice.',
      'Jonas “the Rock” Meller lives in Belmara.',
      'The so-called “smart” meters arrived in crates.',
    ]) {
      assert.deepEqual(
        read(text).filter(({ type }) => type === 'direct'),
        [],
        text,
      );
    }
  });

  it('finds nothing in plain narrative', () => {
    assert.deepEqual(read('The river rose by two metres overnight and the road was closed.'), []);
  });
});
