/** Anchors find their words again after edits elsewhere, and nothing else instead of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collapseSpaces, createAnchor, findAnchor } from '../../../src/engine/decisions/anchor';
import { anyText, fuzz, NEWS } from '../../property/texts';

const find = (text: string, span: { start: number; end: number }, later: string) => {
  const anchor = createAnchor('a.txt', collapseSpaces(text), span);
  const found = anchor && findAnchor(anchor, collapseSpaces(later));
  return { anchor, words: found && later.slice(found.start, found.end), found };
};

const SPAN = 12;

describe('anchors', () => {
  it('collapse spaces and keep the way back', () => {
    const text = ' a\r\n\r\n b\tc ';
    const { text: collapsed, offsets } = collapseSpaces(text);
    assert.equal(collapsed, ' a b c ');
    assert.deepEqual([...offsets], [0, 1, 2, 7, 8, 9, 10, 11]);
  });

  it('find their place in the text they were made of, or say that it cannot be told', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat({ max: 60 }), (text, from, length) => {
        const start = from % (text.length + 1);
        const span = { start, end: Math.min(text.length, start + length) };
        const { found } = find(text, span, text);
        if (found === undefined) return;
        assert.ok(found.start >= span.start && found.end <= span.end && found.start < found.end);
      }),
      fuzz(400),
    );
  });

  it('survive edits elsewhere', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 30 }),
      put: fc.constantFrom('', 'x', '\n\n', ' He said so. ', '“No,” she said.'),
    });
    fc.assert(
      fc.property(fc.nat({ max: NEWS.length - SPAN }), fc.array(edit, { maxLength: 6 }), (start, edits) => {
        const span = { start, end: start + SPAN };
        const guard = 40;
        let [before, after] = [NEWS.slice(0, Math.max(0, start - guard)), NEWS.slice(span.end + guard)];
        for (const { at, cut, put } of edits) {
          const i = Math.floor(at * before.length);
          const j = Math.floor(at * after.length);
          before = before.slice(0, i) + put + before.slice(i + cut);
          after = after.slice(0, j) + put + after.slice(j + cut);
        }
        const middle = NEWS.slice(Math.max(0, start - guard), span.end + guard);
        const { words } = find(NEWS, span, `${before}\n${middle}\n${after}`);
        if (words !== undefined) assert.equal(words, NEWS.slice(start, span.end).trim());
        else assert.ok(NEWS.split(middle).length > 2, `lost: ${NEWS.slice(start, span.end)}`);
      }),
      fuzz(300),
    );
  });

  it('survive other line ends and re-wrapped lines', () => {
    const text = 'The mayor\n\nsaid that twelve people\nwere hurt.\n';
    const span = { start: text.indexOf('twelve'), end: text.indexOf('people') + 6 };
    assert.equal(find(text, span, text.replaceAll('\n', '\r\n')).words, 'twelve people');
    assert.equal(find(text, span, 'The mayor said that twelve\npeople were hurt.').words, 'twelve\npeople');
  });

  it('are lost with their words, and never move to the same words elsewhere', () => {
    const text =
      'Mayor Torvik spoke in the harbour hall on Monday. Nobody else was there. The crowd cheered.';
    const span = { start: 6, end: 12 };
    const moved = 'A quite different beginning of all this. Two lawyers met Torvik, and left by train.';
    assert.equal(find(text, span, moved).found, undefined);
    assert.equal(find(text, span, text.replace('Torvik', 'Velde')).found, undefined);
  });

  it('cannot tell two places apart that are wholly alike', () => {
    const text = 'Share this. '.repeat(400);
    assert.equal(find(text, { start: 1200, end: 1205 }, text).found, undefined);
  });

  it('take linear time over hostile texts', () => {
    const text = 'a'.repeat(1_000_000);
    const anchor = { article: '', exact: 'a', prefix: `b${'a'.repeat(500)}`, suffix: '' };
    const begun = process.cpuUsage().user;
    assert.equal(findAnchor(anchor, collapseSpaces(text)), undefined);
    assert.ok(process.cpuUsage().user - begun < 3e6);
  });
});
