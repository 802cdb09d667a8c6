/** Article text in cards: nothing in it becomes a link, an image, HTML or formatting. */
import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/protocol/names';
import { markWording } from '../../src/server/features/cards/quotation';
import { escapeText, link, shorten } from '../../src/server/markdown';
import { startHarness } from './harness';

const UNESCAPED = /(?<!\\)[[\]()<>`*_!#]/;

describe('markdown', () => {
  it('escapes everything that Markdown reads', () => {
    const hostile =
      '[x](command:evil) ![y](http://z) <img src=q> `c` **b** _i_ # h\n> q\n\n- l ~~s~~ $(icon) &lt;';
    assert.doesNotMatch(escapeText(hostile), UNESCAPED);
    assert.ok(!escapeText(hostile).includes('\n'));
    assert.equal(escapeText(hostile).replace(/\\(.)/g, '$1'), hostile.replace(/\s+/g, ' '));
  });

  it('builds links that a label or an address cannot break', () => {
    const place = {
      uri: "file:///a(b)'c].txt",
      range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } },
    };
    const built = link('label](command:evil)', place);
    const match = /^\[(.*)\]\(command:([\w.]+)\?([^()'[\]\s]*)\)$/.exec(built);
    assert.ok(match, built);
    assert.equal(match[2], COMMANDS.reveal);
    assert.deepEqual(JSON.parse(decodeURIComponent(match[3] ?? '')), [place.uri, place.range]);
  });

  it('shortens at a word', () => {
    assert.equal(shorten('one two three', 9), 'one two…');
    assert.equal(shorten('one  two', 20), 'one two');
  });

  it('marks the words that differ and no others', () => {
    assert.equal(markWording('We will win', 'We may win'), 'We ~~will~~**may** win');
    assert.equal(markWording('a*b*', 'a*b*'), 'a\\*b\\*');
  });

  it('lets no article put a command into a card', async () => {
    const text =
      'Mayor [Ana Torvik](command:workbench.action.quit) said: “<a href=x>go</a> [now](command:evil)”.\n';
    const harness = await startHarness({ 'a.txt': text, 'b.txt': text.replace('Mayor', 'The mayor') });
    await harness.settled();
    for (const words of ['Ana Torvik', 'go</a>']) {
      const card = await harness.hover('a.txt', words);
      const links = [...card.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? '');
      for (const target of links)
        assert.ok(target.startsWith(`command:${COMMANDS.reveal}?`) || target.includes('\\'), target);
      assert.doesNotMatch(card, /(?<!\\)<a/);
    }
    harness.dispose();
  });
});
