/** Whom quotations are given to, and the reason, in invented sentences. */
import assert from 'node:assert/strict';
import { sharedEngine } from '../../resources';

interface Expected {
  /** Words that the content holds. */
  readonly words: string;
  readonly speaker: string | null;
  readonly cue?: string;
  readonly reason?: string;
}

const CASES: readonly (readonly [name: string, text: string, expected: Expected])[] = [
  [
    'a name before the cue',
    'Ana Torvik said the bridge would open in May.',
    { words: 'would open', speaker: 'Ana Torvik', cue: 'said', reason: 'named before “said”' },
  ],
  [
    'a name after the cue',
    '“The bridge will open in May,” said Ana Torvik.',
    { words: 'will open', speaker: 'Ana Torvik', cue: 'said', reason: 'named after “said”' },
  ],
  [
    'the subject of an outer clause for “he”',
    'Jonas Meller, a baker, praised what he described as the “patient work” of the divers.',
    { words: '“patient work”', speaker: 'Jonas Meller' },
  ],
  [
    'a signature under the words',
    '“We built this town with our own hands and we will build it again.”\n\n― Ana Torvik, mayor of Belmara\n',
    { words: 'We built', speaker: 'Ana Torvik', cue: '―' },
  ],
  [
    'a headline with a colon',
    'Ana Torvik: bridge will open in May\n\nThe mayor of Belmara spoke to the council on Monday. Ana Torvik said the work was done.\n',
    { words: 'bridge will open in May', speaker: 'Ana Torvik', cue: ':' },
  ],
  [
    'the agent of a passive',
    'The plan was called “reckless” by Mayor Ana Torvik on Monday.',
    { words: '“reckless”', speaker: 'Ana Torvik', cue: 'called' },
  ],
  [
    'coordinated verbs',
    'Ana Torvik praised the divers and said that “nobody should have died” that night.',
    { words: '“nobody should have died”', speaker: 'Ana Torvik', cue: 'said' },
  ],
  [
    'quoted words between an owner and a noun',
    'The baker laughed at Ana Torvik’s “bridge of hope” speech.',
    { words: '“bridge of hope”', speaker: 'Ana Torvik', cue: 'speech', reason: 'named before “speech”' },
  ],
  [
    'a statement on somebody’s website',
    '“The bridge will open in May,” a statement on Ana Torvik’s website said.',
    {
      words: 'will open in May',
      speaker: 'Ana Torvik',
      reason: 'the statement is that of Ana Torvik',
    },
  ],
  [
    'a relative after an office',
    'Governor Ana Torvik met the press on Monday. The papers printed a picture of the governor, who told the crowd that the bridge would open in May.',
    { words: 'the bridge would open in May', speaker: 'Ana Torvik', cue: 'told' },
  ],
  [
    'words that go on in the next paragraph',
    'Ana Torvik said: “The bridge will open in May.”\n\n“Nobody doubts it any more in this town.”\n',
    { words: 'Nobody doubts', speaker: 'Ana Torvik' },
  ],
];

describe('speakers of quotations', function () {
  // The first case builds the engine.
  this.timeout(20_000);
  for (const [name, text, { words, speaker, cue, reason }] of CASES) {
    it(`reads ${name}`, () => {
      const { quotations, entities } = sharedEngine().analyze({ id: 'a.txt', text });
      const holding = quotations.filter(({ content }) =>
        content.some(({ start, end }) => text.slice(start, end).includes(words)),
      );
      const found = holding.map((quotation) => ({
        speaker: quotation.speaker === null ? null : (entities[quotation.speaker]?.name ?? null),
        cue: quotation.cue === null ? null : text.slice(quotation.cue.start, quotation.cue.end),
        reason: quotation.reason,
      }));
      const same = found.find((one) => cue === undefined || one.cue === cue);
      assert.ok(same, `no such quotation among ${JSON.stringify(found)}`);
      assert.equal(same.speaker, speaker, same.reason);
      if (reason !== undefined) assert.equal(same.reason, reason);
    });
  }

  it('says so when words name nobody', () => {
    const { quotations } = sharedEngine().analyze({
      id: 'a.txt',
      text: 'Officials said the bridge would open in May.',
    });
    assert.deepEqual(
      quotations.map(({ speaker, reason }) => ({ speaker, reason })),
      [{ speaker: null, reason: '“Officials” names nobody' }],
    );
  });
});
