/** Finding regular expression literals in source. */
import assert from 'node:assert/strict';
import { findRegexes } from '../../scripts/find-regexes';

const sources = (code: string) => findRegexes(code).map(({ source, flags }) => `${source} ${flags}`.trim());

describe('finding regular expressions', () => {
  it('finds literals with flags and lines', () => {
    const code = 'const a = 1;\nconst b = /x+[/]y/gi;\nreturn /z/.test(a);';
    assert.deepEqual(findRegexes(code), [
      { source: 'x+[/]y', flags: 'gi', line: 2 },
      { source: 'z', flags: '', line: 3 },
    ]);
  });

  it('tells division from a literal', () => {
    assert.deepEqual(sources('const a = b / c / d; f(a) / 2; list[0] / 3 / 4;'), []);
  });

  it('leaves comments, strings and templates alone, and looks into their expressions', () => {
    assert.deepEqual(
      sources(`// /a/\n/* /b/ */ const s = '/c/' + "/d/"; const t = \`/e/ \${x.replace(/f/, '')} /g/\`;`),
      ['f'],
    );
  });
});
