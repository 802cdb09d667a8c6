/** The TextMate grammar: unit files, snapshots of the seeds, and every pattern linear on hostile input. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const GRAMMAR = 'syntaxes/news-article.tmLanguage.json';
const UNITS = 'test/grammar/units';
const SNAPSHOTS = 'test/grammar/snapshots';
const require = createRequire(join(process.cwd(), 'package.json'));

/** Runs one of vscode-tmgrammar-test's tools; its output is the message when it fails. */
function run(tool: 'unit' | 'snapshot', files: readonly string[]): void {
  const script = require.resolve(`vscode-tmgrammar-test/dist/${tool}.js`);
  try {
    execFileSync(process.execPath, [script, '-g', GRAMMAR, ...files], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    assert.fail(`${stdout}\n${stderr}`);
  }
}

describe('grammar', function () {
  this.timeout(180_000);

  const units = readdirSync(UNITS).filter((name) => name.endsWith('.news'));
  it('has unit files', () => assert.ok(units.length >= 4));
  it('paints them as their marks say', () =>
    run(
      'unit',
      units.map((unit) => join(UNITS, unit)),
    ));

  /** Snapshots lie apart from the seeds, which stay byte for byte; a missing one is a failure, not made here. */
  const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
  it('has a snapshot of every seed', () => {
    assert.equal(seeds.length, 5);
    assert.deepEqual(readdirSync(SNAPSHOTS).sort(), seeds.map((name) => `${name}.snap`).sort());
  });
  it('paints the seeds as before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterclaim-grammar-'));
    try {
      for (const seed of seeds) {
        copyFileSync(join('seeds', seed), join(folder, seed));
        copyFileSync(join(SNAPSHOTS, `${seed}.snap`), join(folder, `${seed}.snap`));
      }
      run('snapshot', ['--config', 'package.json', '--scope', 'text.news-article', join(folder, '*.txt')]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Lines that make careless patterns slow: near-matches, repeated. */
const HOSTILE: Readonly<Record<string, string>> = {
  'opening marks': '“',
  'straight marks': '" ',
  apostrophes: "' ",
  'doubled apostrophes': "'' ",
  'hyphenated capitals': 'A-',
  capitals: 'Aa ',
  'capital letters': 'A',
  particles: 'Aa van de ',
  initials: 'A.',
  titles: 'President ',
  digits: '1',
  'grouped digits': '1,111',
  spaces: ' ',
  tabs: '\t',
  angles: '< a',
  parentheses: '(Photo: ',
  months: 'July 1',
  bullets: '• ',
  addresses: 'https://a',
};
const SHORT = 4000;
const FACTOR = 4;
const ATTEMPTS = 5;

describe('grammar speed', function () {
  this.timeout(180_000);
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** Best of several runs, in milliseconds: other work on the machine only adds. */
  const time = (line: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      const { stoppedEarly } = grammar.tokenizeLine(line, INITIAL, 60_000);
      assert.equal(stoppedEarly, false);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };

  for (const [name, piece] of Object.entries(HOSTILE)) {
    it(`grows with the length of a line of ${name}, not with its square`, () => {
      const line = (length: number) => `${piece.repeat(length / piece.length)} x`;
      // Other programs can only make a measurement worse, so one good one is proof.
      const measured: string[] = [];
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const short = time(line(SHORT));
        const long = time(line(SHORT * FACTOR));
        measured.push(`${short.toFixed(1)} ms → ${long.toFixed(1)} ms`);
        // Linear is ×4, quadratic ×16; what takes some milliseconds is fast enough and too short to measure.
        if (long / Math.max(short, 8) < FACTOR * 2.5) return;
      }
      assert.fail(measured.join('; '));
    });
  }
});

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
  });
  const grammar = await registry.loadGrammar('text.news-article');
  if (grammar === null) throw new Error('The grammar does not load.');
  return grammar;
}
