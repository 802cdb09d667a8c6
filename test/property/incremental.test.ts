/** A case that was edited step by step gives what a new case with the same articles gives. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generateArticle } from '../../bench/generate';
import { type Case, createCase } from '../../src/engine';
import { sharedEngine } from '../resources';
import { fuzz } from './texts';

const engine = sharedEngine();

/** One thing that happens to a case. */
type Edit =
  | { readonly type: 'insert' | 'cut'; readonly article: number; readonly at: number; readonly text: string }
  | { readonly type: 'add' | 'delete'; readonly article: number }
  | { readonly type: 'look' };

const index = fc.nat({ max: 5 });
const place = fc.nat({ max: 1200 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('insert' as const),
      article: index,
      at: place,
      text: fc.constantFrom(
        '\n',
        ' ',
        'x',
        ' not',
        '7',
        '“',
        ' Ana Velde said.',
        '. At least 40 people were hurt. ',
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('cut' as const),
      article: index,
      at: place,
      text: fc.constantFrom('a', 'abcdefgh', 'a sentence of some length'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('add' as const, 'delete' as const), article: index }),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'look' as const }) },
);

const idOf = (article: number) => `${article}.txt`;
/** Two stories of three short articles. */
const textOf = (article: number) => generateArticle(Math.floor(article / 3), article, 4);

function put(target: Case, article: number, text: string): void {
  const id = idOf(article);
  target.set({ id, text, facts: engine.analyze({ id, text }) });
}

function apply(target: Case, change: Edit): void {
  if (change.type === 'look') {
    target.result();
    return;
  }
  if (!('at' in change)) {
    if (change.type === 'delete') target.delete(idOf(change.article));
    else put(target, change.article, textOf(change.article));
    return;
  }
  const text = target.articles.get(idOf(change.article))?.text;
  if (text === undefined) return;
  const cut = change.type === 'cut';
  const rest = text.slice(change.at + (cut ? change.text.length : 0));
  put(target, change.article, text.slice(0, change.at) + (cut ? '' : change.text) + rest);
}

describe('an edited case', function () {
  this.timeout(300_000);

  it('equals a rebuilt one after any edits', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const edited = createCase();
        for (let article = 0; article < 6; article++) put(edited, article, textOf(article));
        edited.result();
        for (const change of edits) apply(edited, change);
        const rebuilt = createCase();
        for (const article of edited.articles.values()) rebuilt.set(article);
        assert.deepEqual(edited.result(), rebuilt.result());
      }),
      fuzz(15),
    );
  });

  it('keeps what an edit cannot affect', () => {
    const edited = createCase();
    for (let article = 0; article < 6; article++) put(edited, article, textOf(article));
    const before = edited.result();
    put(edited, 0, `\n${textOf(0)}`);
    const after = edited.result();
    assert.equal(after.stories, before.stories, 'a blank line changes no story');
    const elsewhere = before.conflicts.filter(({ evidence }) =>
      evidence.every(({ article }) => article >= '3.txt'),
    );
    for (const conflict of elsewhere)
      assert.ok(after.conflicts.includes(conflict), 'the other story is as it was');
    assert.ok(elsewhere.length > 0);
  });
});
