/** The text layer against a simple reference, on hostile text and at length. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from '../../../src/engine/text/document';
import { readDocument } from '../../../src/engine/text/read';
import { createTagger, type TagText } from '../../../src/engine/text/tagger';
import { anyText, fuzz, NEWS } from '../../property/texts';
import { readResources } from '../../resources';

const LINE_END = /^[\r\n\u2028\u2029]/;
/** Splits a text into lines and line ends. */
const LINE_PARTS = /(\r\n|[\n\r\u2028\u2029])/;
const VISIBLE = /[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const BLANK = /^[\s\p{Cf}\p{Cc}]*$/u;

function newTagger(): TagText {
  return createTagger(new TextDecoder().decode(readResources().english));
}

/** Everything that must hold of any document, checked the slow and plain way. */
function checkDocument({ text, tokens, sentences, paragraphs }: Document): void {
  const covered = new Uint8Array(text.length);
  let end = 0;
  for (const token of tokens) {
    assert.ok(token.start >= end && token.end > token.start && token.end <= text.length, 'tokens in order');
    assert.equal(token.text, text.slice(token.start, token.end));
    covered.fill(1, token.start, token.end);
    end = token.end;
  }

  const lines: string[] = [];
  let start = 0;
  for (const part of text.split(LINE_PARTS)) {
    if (!LINE_END.test(part) && !BLANK.test(part)) {
      lines.push(part.trim());
      for (let i = 0; i < part.length; i++) {
        assert.ok(
          covered[start + i] === 1 || !VISIBLE.test(part.charAt(i)),
          `unit ${start + i} is in no token`,
        );
      }
    }
    start += part.length;
  }
  assert.deepEqual(
    paragraphs.map((paragraph) => text.slice(paragraph.start, paragraph.end)),
    lines,
  );

  let token = 0;
  let sentence = 0;
  paragraphs.forEach((paragraph, p) => {
    assert.equal(paragraph.from, sentence);
    for (; sentence < paragraph.to; sentence++) {
      const {
        from,
        to,
        start: first,
        end: stop,
        paragraph: owner,
      } = sentences[sentence] ?? assert.fail('no sentence');
      assert.equal(owner, p);
      assert.equal(from, token, 'each token lies in one sentence');
      assert.ok(to > from);
      assert.equal(first, tokens[from]?.start);
      assert.equal(stop, tokens[to - 1]?.end);
      assert.ok(first >= paragraph.start && stop <= paragraph.end, 'sentences stay in their paragraph');
      token = to;
    }
  });
  assert.equal(token, tokens.length);
  assert.equal(sentence, sentences.length);
}

describe('reading a text', function () {
  this.timeout(180_000);
  let tag: TagText;
  before(() => {
    tag = newTagger();
  });

  it('keeps offsets, order and bounds on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => checkDocument(readDocument(text, tag))),
      fuzz(400),
    );
  });

  it('reads a text alike whatever was read before', () => {
    const texts = fc.sample(anyText, { ...fuzz(150), numRuns: 150 });
    const fresh = newTagger();
    const seen = texts.map((text) => readDocument(text, tag));
    for (const [i, text] of [...texts.entries()].reverse()) {
      assert.deepEqual(readDocument(text, fresh), seen[i], JSON.stringify(text));
    }
  });

  it('reads alike after its memory was renewed', () => {
    const before = readDocument(NEWS, newTagger());
    const busy = newTagger();
    for (let i = 0; i < 40; i++) {
      readDocument(Array.from({ length: 1000 }, (_, k) => `q${i}w${k}z`).join(' '), busy);
    }
    assert.deepEqual(readDocument(NEWS, busy), before);
  });

  it('joins words that invisible characters part', () => {
    const { tokens } = readDocument('The gov\u00adern\u200bment fell.', tag);
    assert.deepEqual(
      tokens.map(({ lower }) => lower),
      ['the', 'government', 'fell', '.'],
    );
    assert.equal(tokens[1]?.text, 'gov\u00adern\u200bment');
  });

  it('keeps words of any script whole and folds diacritics in `lower`', () => {
    const { tokens } = readDocument('Ayla Dağoğlu met José Nuñez, Řehoř and Владимир.', tag);
    assert.deepEqual(
      tokens.map(({ lower }) => lower),
      ['ayla', 'dagoglu', 'met', 'jose', 'nunez', ',', 'rehor', 'and', 'xxxxxxxx', '.'],
    );
  });

  it('counts blank lines between paragraphs with any line end', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028']) {
      const { paragraphs } = readDocument(['', 'a', 'b', '', '', 'c', ''].join(end), tag);
      assert.deepEqual(
        paragraphs.map(({ gap }) => gap),
        [1, 0, 2],
        JSON.stringify(end),
      );
    }
  });

  const huge: readonly (readonly [string, string])[] = [
    ['one line of 10 MB', 'The mayor said it would open. '.repeat(350_000)],
    ['a run of 1 MB without a space', 'a-'.repeat(500_000)],
    ['100,000 quotation marks', '"“'.repeat(50_000)],
    ['a link of 1 MB', `http://${'a.'.repeat(500_000)}`],
    ['1 MB of hashtags', '#a'.repeat(500_000)],
    ['1 MB of Chinese', '新聞'.repeat(500_000)],
    ['1 MB of combining marks', '\u0301'.repeat(1_000_000)],
    ['1 MB of zero-width spaces', 'a\u200b'.repeat(500_000)],
    ['10 MB of spaces', `${' '.repeat(10_000_000)}x`],
    ['1 MB of line ends', '\r\n'.repeat(500_000)],
  ];
  for (const [name, text] of huge) {
    it(`reads ${name} in time`, () => {
      const started = process.cpuUsage();
      const document = readDocument(text, tag);
      const seconds = process.cpuUsage(started).user / 1e6;
      assert.ok(seconds < 20, `${seconds} s`);
      assert.ok(text.trim() === '' || document.tokens.length > 0);
    });
  }
});
