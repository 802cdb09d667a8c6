/** The board's data: what each source says with its exact place, gaps, conflicts, dates, wordings, speakers. */
import assert from 'node:assert/strict';
import type { Board, BoardStatement } from '../../src/protocol/board';
import type { PlainLocation } from '../../src/protocol/places';
import { type Harness, startHarness, uriOf } from './harness';

const A = `The Harbour Gazette
March 4, 2024

Ferry Estrella runs aground off Belmara

The ferry Estrella ran aground off Belmara on Sunday, killing 12 passengers, the coastguard said.

“The captain steered straight into the rocks without any warning,” Mayor Ana Torvik said.

The ferry was built in 1998.
`;
const B = `Belmara Post
March 5, 2024

Ferry disaster off Belmara

The ferry Estrella ran aground off Belmara on Sunday, killing 20 passengers, the coastguard said.

“The captain steered straight into the cliffs without any warning,” Mayor Ana Torvik said.
`;
const C = `The Northern Star
March 5, 2024

Questions after ferry Estrella runs aground

The ferry Estrella ran aground off Belmara on Sunday, the coastguard said.

Rescue boats searched the waters off Belmara all night.
`;
const OTHER = `The Valley Times
June 1, 2021

Orchard growers celebrate a record apple harvest

Growers in Tessaly picked more apples than ever, said Piet Holm, who chairs the cooperative.
`;
const FILES = { 'a.txt': A, 'b.txt': B, 'c.txt': C, 'other.txt': OTHER };

describe('board', () => {
  let harness: Harness;
  let board: Board;
  const ask = (story?: string) =>
    harness.request<Board>('counterclaim/board', story === undefined ? {} : { story });
  /** The words at a place, as the editor would select them. */
  const wordsAt = ({ uri, range }: PlainLocation): string => {
    const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    const lines = harness
      .text(file)
      .split('\n')
      .slice(range.start.line, range.end.line + 1);
    const last = lines.length - 1;
    lines[last] = (lines[last] ?? '').slice(0, range.end.character);
    lines[0] = (lines[0] ?? '').slice(range.start.character);
    return lines.join('\n');
  };
  const columnOf = (file: string) => board.sources.findIndex(({ uri }) => uri === uriOf(file));

  before(async () => {
    harness = await startHarness(FILES);
    await harness.settled();
    board = await ask();
  });
  after(() => harness.dispose());

  it('shows the story that most sources tell, its sources by date', () => {
    assert.equal(board.sources.length, 3);
    assert.equal(columnOf('a.txt'), 0);
    assert.deepEqual(
      board.sources.map(({ published }) => published),
      ['2024-03-04', '2024-03-05', '2024-03-05'],
    );
    assert.equal(columnOf('other.txt'), -1, 'another story is no column');
  });

  it('puts a conflict first, with each side’s words and place, and leaves a gap where a source is silent', () => {
    const matter = board.matters.find(({ conflicts }) => conflicts.some(({ sides }) => sides.length === 2));
    assert.ok(matter, JSON.stringify(board.matters));
    assert.equal(matter, board.matters[0]);
    const sides = (file: string) =>
      matter.statements.filter(({ source, sides }) => source === columnOf(file) && sides.length > 0);
    const [a] = sides('a.txt');
    const [b] = sides('b.txt');
    assert.ok(a && b);
    assert.notEqual(a.sides[0]?.side, b.sides[0]?.side);
    const marked = ({ text, marks }: BoardStatement) => marks.map(([start, end]) => text.slice(start, end));
    for (const statement of [a, b]) {
      assert.equal(statement.marks.length, 1);
      assert.deepEqual(marked(statement), [wordsAt(statement.place)]);
    }
    assert.equal(sides('c.txt').length, 0);
  });

  it('has every conflict of the story in some row, with evidence in every source that it rests on', () => {
    const shown = new Set(board.matters.flatMap(({ conflicts }) => conflicts.map(({ message }) => message)));
    const counted = board.stories.find(({ id }) => id === board.story)?.conflicts ?? 0;
    assert.ok(counted > 0);
    assert.equal(shown.size, counted);
    for (const { conflicts, statements } of board.matters) {
      conflicts.forEach(({ sides }, conflict) => {
        const told = statements.flatMap((one) => one.sides.filter((side) => side.conflict === conflict));
        assert.deepEqual(
          [...new Set(told.map(({ side }) => side))].sort(),
          sides.map((_, side) => side),
        );
      });
    }
  });

  it('puts dated claims on their days, and the days of publication beside them', () => {
    const sunday = board.dates.find(({ when }) => 'from' in when && when.from === '2024-03-03');
    assert.ok(sunday, JSON.stringify(board.dates.map(({ when }) => when)));
    assert.deepEqual([...new Set(sunday.statements.map(({ source }) => source))], [0, 1, 2]);
    for (const { place } of sunday.statements) assert.match(wordsAt(place), /Sunday/);
    const published = board.dates.flatMap(({ when, published }) =>
      published.map((source) => ('from' in when ? [when.from, source] : [])),
    );
    assert.deepEqual(published, [
      ['2024-03-04', 0],
      ['2024-03-05', 1],
      ['2024-03-05', 2],
    ]);
    const years = board.dates.filter(({ when }) => 'grain' in when && when.grain === 'year');
    assert.deepEqual(
      years.map(({ when }) => 'from' in when && when.from),
      ['1998-01-01'],
    );
    const order = board.dates.flatMap(({ when }) => ('from' in when ? [when.from] : []));
    assert.deepEqual(order, [...order].sort());
  });

  it('brings the wordings of one utterance together', () => {
    const utterance = board.utterances.find(({ speakers }) => speakers.includes('Ana Torvik'));
    assert.ok(utterance, JSON.stringify(board.utterances));
    assert.deepEqual(
      utterance.wordings.map(({ source }) => source),
      [columnOf('a.txt'), columnOf('b.txt')].sort(),
    );
    const texts = utterance.wordings.map(({ text }) => text);
    assert.ok(texts.some((text) => text.includes('rocks')) && texts.some((text) => text.includes('cliffs')));
    for (const { place, text } of utterance.wordings) assert.equal(wordsAt(place), text);
  });

  it('says who quotes whom', () => {
    const mayor = board.speakers.find(({ name }) => name === 'Ana Torvik');
    assert.ok(mayor, JSON.stringify(board.speakers));
    assert.deepEqual(
      mayor.quotations.map(({ source }) => source).sort(),
      [columnOf('a.txt'), columnOf('b.txt')].sort(),
    );
    for (const { place, text } of mayor.quotations) assert.equal(wordsAt(place), text);
  });

  it('keeps the story that was asked for, and falls back when it is gone', async () => {
    assert.ok(board.story);
    assert.equal((await ask(board.story)).story, board.story);
    assert.equal((await ask('file:///case gone')).story, board.story);
  });

  it('is empty without articles, and shows a single article’s dates and speakers', async () => {
    const empty = await startHarness();
    assert.deepEqual(await empty.request<Board>('counterclaim/board', {}), {
      stories: [],
      story: null,
      sources: [],
      matters: [],
      dates: [],
      utterances: [],
      speakers: [],
    });
    empty.write({ 'a.txt': A });
    const single = await empty.request<Board>('counterclaim/board', {});
    assert.deepEqual(single.matters, []);
    assert.equal(single.sources.length, 1);
    assert.ok(single.dates.length > 0 && single.speakers.length > 0);
    empty.dispose();
  });
});
