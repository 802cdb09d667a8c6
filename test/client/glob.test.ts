/** Globs of the articles setting: what they take, what they leave, which cannot be understood. */
import assert from 'node:assert/strict';
import { compileGlob, createMatcher } from '../../src/client/files/glob';
import { DEFAULT_ARTICLES, readArticleGlobs } from '../../src/protocol/settings';

describe('globs', () => {
  const CASES: readonly (readonly [glob: string, takes: readonly string[], leaves: readonly string[]])[] = [
    ['**/*.article', ['a.article', 'x/y/A.ARTICLE'], ['a.articles', 'article']],
    ['*.txt', ['a.txt'], ['x/a.txt']],
    ['notes/**/*.txt', ['notes/a.txt', 'notes/x/y/a.txt'], ['a.txt', 'other/notes/a.txt']],
    ['**/{a,b}/*.txt', ['a/1.txt', 'x/b/1.txt'], ['c/1.txt', 'a/x/1.txt']],
    ['**/[0-9][!0-9]?.txt', ['1ab.txt', 'x/1-b.txt'], ['11b.txt', '1/b.txt']],
    ['a+(b).txt', ['a+(b).txt'], ['aab.txt']],
    ['x[[]1].txt', ['x[1].txt'], ['x1.txt']],
    ['./a/**', ['a/b', 'a/b/c.txt'], ['b/a']],
    ['größe/*.txt', ['größe/ä.txt'], ['grosse/a.txt']],
  ];
  for (const [glob, takes, leaves] of CASES) {
    it(`reads ${glob}`, () => {
      const test = compileGlob(glob);
      assert.ok(test);
      for (const path of takes) assert.ok(test(path), path);
      for (const path of leaves) assert.ok(!test(path), path);
    });
  }

  it('says which globs cannot be understood', () => {
    for (const glob of ['{a', 'a}', '[a', '[z-a]']) assert.equal(compileGlob(glob), undefined, glob);
    assert.deepEqual(createMatcher(['*.txt', '{a'], 'x').wrong, ['{a']);
  });

  it('takes the same articles whether their folder or its parent is opened', () => {
    const parent = createMatcher(DEFAULT_ARTICLES, 'project');
    const own = createMatcher(DEFAULT_ARTICLES, 'sources');
    assert.ok(parent.matches('sources/some story.txt') && own.matches('some story.txt'));
    assert.ok(!parent.matches('some story.txt'));
    assert.ok(parent.matches('000_ab12.txt') && !parent.matches('2000_ab12.text'));
  });
});

describe('articles setting', () => {
  it('falls back to the default and says why', () => {
    assert.deepEqual(readArticleGlobs(undefined), { globs: DEFAULT_ARTICLES, wrong: [] });
    const text = readArticleGlobs('*.txt');
    assert.deepEqual([text.globs, text.wrong.length], [DEFAULT_ARTICLES, 1]);
    const mixed = readArticleGlobs(['*.txt', 7, ' ']);
    assert.deepEqual([mixed.globs, mixed.wrong.length], [['*.txt'], 2]);
  });
});
