/** Regions, outlet, date and headline of invented pages. */
import assert from 'node:assert/strict';
import { sharedEngine } from '../../engine';

function read(text: string, id = 'notes.txt') {
  const facts = sharedEngine().analyze({ id, text });
  const kinds = facts.regions.map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end).trim().slice(0, 30)}`,
  );
  return { facts, kinds };
}
const BODY = 'The bridge over the Tarn was closed on Tuesday after a lorry had struck it, the mayor said.';

describe('layout', () => {
  before(function () {
    this.timeout(180_000);
    sharedEngine();
  });

  it('tells headline, byline, dateline, body and buttons apart', () => {
    const { facts, kinds } = read(
      `Bridge closed after crash\n\nBy Effie Lorne\n\nQUENTA, 9 March (Reuters) - ${BODY}\n\nAdvertisement\n\nShare this article`,
    );
    assert.deepEqual(kinds, [
      'headline: Bridge closed after crash',
      'byline: By Effie Lorne',
      'dateline: QUENTA, 9 March (Reuters) -',
      'body: The bridge over the Tarn was c',
      'boilerplate: Advertisement',
      'boilerplate: Share this article',
    ]);
    assert.equal(facts.outlet, 'Reuters');
    assert.equal(facts.published, null);
    assert.deepEqual([facts.printed?.month, facts.printed?.day, facts.printed?.year], [3, 9, null]);
  });

  it('gives bulleted teasers to their heading and keeps prose after it', () => {
    const { kinds } = read(`Bridge closed\n\n${BODY}\n\nRelated Stories\n\n• Ferry late again\n\n${BODY}`);
    assert.deepEqual(
      kinds.map((kind) => kind.split(':')[0]),
      ['headline', 'body', 'related', 'related', 'body'],
    );
  });

  it('never takes prose for furniture', () => {
    for (const line of [
      'Follow the river for two miles and you reach the mill where the fire broke out, witnesses said.',
      'Advertisement spending fell by a tenth last year, the ministry said in its yearly report.',
      'A Reuters/Ipsos survey found that most people in the valley want the bridge repaired at once.',
    ]) {
      const { kinds } = read(`Bridge closed\n\n${BODY}\n\n${line}\n\n${BODY}`);
      assert.equal(kinds[2], `body: ${line.slice(0, 30).trim()}`);
    }
  });

  it('reads outlet and date from the file name, front matter and metadata, in rising order', () => {
    const id = 'port-amsel-post_2031-03-01_bridge-closed.txt';
    assert.equal(read(BODY, id).facts.outlet, 'Port Amsel Post');
    assert.equal(read(BODY, id).facts.published, '2031-03-01');
    const text = `---\noutlet: Tarn Echo\ndate: 2031-03-02\n---\nBridge closed\n\n${BODY}`;
    const facts = read(text, id).facts;
    assert.deepEqual([facts.outlet, facts.published], ['Tarn Echo', '2031-03-02']);
    const told = sharedEngine().analyze({
      id,
      text,
      metadata: { outlet: 'Valley Radio', published: '2031-03-03' },
    });
    assert.deepEqual([told.outlet, told.published], ['Valley Radio', '2031-03-03']);
  });

  it('leaves outlet and date unknown where nothing tells them', () => {
    const { facts } = read(`Bridge closed\n\n${BODY} She told The Tarn Echo so.`, '000_da2d3191b077709c.txt');
    assert.deepEqual([facts.outlet, facts.published], [null, null]);
  });
});
