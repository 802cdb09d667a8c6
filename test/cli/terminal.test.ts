/** Article text on a terminal: nothing in it may steer the terminal. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLocate } from '../../src/cli/position';
import { createPaint, plain } from '../../src/cli/terminal';

describe('terminal text', () => {
  it('leaves out escape sequences whole', () => {
    assert.equal(plain('a\u001b[31mred\u001b[0m b'), 'ared b');
    assert.equal(plain('a\u001b]0;title\u0007b'), 'ab');
    assert.equal(plain('a\u001b]8;;https://x.example\u001b\\link'), 'alink');
    assert.equal(plain('a\u009b2Jb'), 'ab');
    assert.equal(plain('end\u001b'), 'end');
  });

  it('turns line ends into spaces and drops marks that reorder text', () => {
    assert.equal(plain('a\nb\tc\r\nd'), 'a b c d');
    assert.equal(plain('a\u202eb\u2066c'), 'abc');
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.doesNotMatch(plain(text), /\p{Cc}/u);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('paints only where wanted', () => {
    assert.equal(createPaint(false)('red', 'x'), 'x');
    assert.equal(createPaint(true)('red', 'x'), '\u001b[31mx\u001b[0m');
  });
});

describe('line and column', () => {
  it('agrees with counting', () => {
    const piece = fc.constantFrom('a', '\n', '\r\n', '\r', '😀', '“');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const locate = createLocate(text);
        for (let offset = 0; offset <= text.length; offset++) {
          // An offset between CR and LF belongs to the line they end.
          const inside = text[offset - 1] === '\r' && text[offset] === '\n';
          const lines = text.slice(0, inside ? offset - 1 : offset).split(/\r\n|\r|\n/);
          const column = (lines.at(-1) ?? '').length + (inside ? 2 : 1);
          assert.deepEqual(locate(offset), { line: lines.length, column });
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
