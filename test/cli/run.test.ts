/** The command line on good and bad input: what it prints, which exit code it gives, what it reports. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, run } from '../../src/cli/run';
import { readResources } from '../resources';

interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function call(...args: string[]): Printed {
  let out = '';
  let err = '';
  const code = run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour: false,
    readResources,
  });
  return { code, out, err };
}

interface Analysis {
  readonly version: number;
  readonly articles: readonly { path: string; outlet: string | null; published: string | null }[];
  readonly problems: readonly { path: string; message: string }[];
}

function analyze(...paths: string[]): Analysis & { readonly code: number } {
  const { code, out } = call('analyze', '--format', 'json', ...paths);
  return { ...(JSON.parse(out) as Analysis), code };
}

describe('command line', function () {
  this.timeout(180_000);
  let folder = '';
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one JSON object with an entry for each article', () => {
    write('a.txt', 'Mayor Ana Velde said on Monday that the bridge would open.\n');
    write('b.news', 'The bridge stays shut.\n');
    write('notes.md', 'No article.\n');
    const { version, articles, code } = analyze(folder);
    assert.equal(version, 1);
    assert.equal(code, EXIT.clean);
    assert.deepEqual(
      articles.map(({ path }) => path),
      [join(folder, 'a.txt'), join(folder, 'b.news')],
    );
  });

  it('takes outlet and date from a sidecar and reads no other JSON', () => {
    write('a.txt', 'The bridge stays shut.\n');
    write(
      'a.json',
      '{"outlet": "Ossin Post", "published": "2023-02-11T08:00:00Z", "__proto__": {"outlet": "x"}}',
    );
    const { articles, problems } = analyze(folder);
    assert.equal(articles[0]?.outlet, 'Ossin Post');
    assert.equal(articles[0]?.published, '2023-02-11');
    assert.deepEqual(problems, []);
    assert.equal(Object.hasOwn(Object.prototype, 'outlet'), false);
  });

  it('names the path that does not exist, reads the others and exits 2', () => {
    const good = write('a.txt', 'The bridge stays shut.\n');
    const { articles, problems, code } = analyze(join(folder, 'absent'), good);
    assert.equal(code, EXIT.badUse);
    assert.equal(articles.length, 1);
    assert.deepEqual(problems, [
      { path: join(folder, 'absent'), message: 'There is no such file or folder.' },
    ]);
  });

  const odd: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['an empty file', '', /is empty/],
    ['white space only', ' \n\t\r\n\u00a0', /nothing but white space/],
    ['a binary file', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), /is not text/],
    ['invalid UTF-8', Uint8Array.from([0x4e, 0x6f, 0xe9, 0x21]), /not valid UTF-8/],
    ['half a UTF-16 character', Uint8Array.from([0xff, 0xfe, 0x4e, 0x00, 0x6f]), /half a character/],
  ];
  for (const [name, content, sentence] of odd) {
    it(`says one sentence about ${name}, keeps it in the list, and exits 0`, () => {
      const path = write('odd.txt', content);
      const { articles, problems, code } = analyze(path);
      assert.equal(code, EXIT.clean);
      assert.equal(articles.length, 1);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', sentence);
    });
  }

  const fine: readonly (readonly [string, string])[] = [
    ['one line of 10 MB', 'x'.repeat(10 * 1024 * 1024)],
    ['an unclosed quotation mark', '“The bridge stays shut, Mayor Ana Velde said.\n\nNobody agreed.\n'],
    ['thousands of quotation marks', `${'“'.repeat(3000)}${'"'.repeat(3000)}${"''".repeat(3000)}`],
  ];
  for (const [name, content] of fine) {
    it(`reads ${name} and the article beside it without complaint`, () => {
      write('odd.txt', content);
      const good = write('good.txt', 'Mayor Ana Velde said on Monday that the bridge would open.\n');
      const { articles, problems, code } = analyze(folder);
      assert.deepEqual(
        articles.map(({ path }) => path),
        [good, join(folder, 'odd.txt')],
      );
      assert.deepEqual(problems, []);
      assert.equal(code, EXIT.clean);
      const { out, err } = call('check', folder);
      assert.equal(out, '2 articles, no findings.\n');
      assert.equal(err, '');
    });
  }

  it('says once for people what is odd about a file, and compares the others', () => {
    write('a.txt', 'Mayor Ana Velde said on Monday that 12 people were hurt.\n');
    write('b.txt', 'Mayor Ana Velde said on Monday that 20 people were hurt.\n');
    write('c.txt', '');
    const { out, err, code } = call('check', folder);
    assert.equal(err, `${join(folder, 'c.txt')}: This file is empty.\n`);
    assert.match(out, /12 people/);
    assert.equal(code, EXIT.findings);
  });

  it('says of a folder that does not exist, for people, that there is none', () => {
    const { err, code } = call('check', join(folder, 'absent'));
    assert.equal(err, `${join(folder, 'absent')}: There is no such file or folder.\n`);
    assert.equal(code, EXIT.badUse);
  });

  it('reads UTF-16 by its byte order mark', () => {
    const text = '\uFEFFMayor Ana Velde said the bridge is shut. 🌉\n';
    const little = Buffer.from(text, 'utf16le');
    write('little.txt', little);
    write('big.txt', Buffer.from(little).swap16());
    const { problems, articles } = analyze(folder);
    assert.deepEqual(problems, []);
    assert.equal(articles.length, 2);
  });

  it('follows links once and survives loops', () => {
    write('a.txt', 'The bridge stays shut.\n');
    mkdirSync(join(folder, 'sub'));
    symlinkSync(folder, join(folder, 'sub', 'up'));
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'));
    const { articles, problems, code } = analyze(folder);
    assert.equal(articles.length, 1);
    assert.equal(code, EXIT.clean);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['This link leads back to itself.'],
    );
  });

  it('reports a file without read permission', function () {
    if (process.getuid?.() === 0) this.skip(); // root may read everything
    const path = write('a.txt', 'The bridge stays shut.\n');
    chmodSync(path, 0);
    assert.match(analyze(path).problems[0]?.message ?? '', /no permission/);
  });

  it('reads names in any script', () => {
    const names = ['статья.txt', '記事.txt', 'مقال.txt', 'a b#%?.txt', '🗞️.txt'];
    for (const name of names) write(name, 'The bridge stays shut.\n');
    assert.equal(analyze(folder).articles.length, names.length);
  });

  it('says that a folder without articles has none, and that one article cannot be compared', () => {
    assert.match(call('check', folder).err, /no \.txt, \.article or \.news file/);
    write('a.txt', 'The bridge stays shut.\n');
    const { out, code } = call('check', folder);
    assert.match(out, /^1 article: nothing to compare/);
    assert.equal(code, EXIT.clean);
  });

  it('exits 2 on bad use and says what is wrong', () => {
    for (const args of [[], ['check'], ['analyze', '--format', 'xml', folder], ['check', '--bad', folder]]) {
      const { code, err } = call(...args);
      assert.equal(code, EXIT.badUse, args.join(' '));
      assert.notEqual(err, '');
    }
  });

  it('prints help and version', () => {
    assert.match(call('--help').out, /analyze.*check/s);
    assert.match(call('--version').out, /^\d+\.\d+\.\d+\n$/);
    assert.equal(call('--help').code, EXIT.clean);
  });
});
