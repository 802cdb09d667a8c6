/** The command line knows what was decided in the editor: dismissed, accepted, corrected, orphaned, damaged. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, run } from '../../src/cli/run';
import {
  changeDecisions,
  createCase,
  type Decision,
  decideConflict,
  decideMention,
  NO_DECISIONS,
  type Occasion,
  putDecision,
  serializeDecisions,
} from '../../src/engine';
import { readResources, sharedEngine } from '../resources';

const A =
  'The ferry Estrella ran aground off Belmara on Monday.\n\nAna Torvik, the mayor, said 12 people were injured.\n';
const B =
  'The ferry Estrella ran aground off Belmara on Monday.\n\nMayor Ana Torvik said 20 people were injured.\n';
const OCCASION: Occasion = { time: '2024-05-01T10:00:00Z', note: 'later count', toPath: (id) => id };

interface Analysis {
  readonly conflicts: readonly { kind: string; verdict?: { status: string } }[];
  readonly dismissed: readonly { verdict: { note: string } }[];
  readonly orphaned: readonly { path: string }[];
  readonly entities: readonly { name: string }[];
}

describe('command line with decisions', function () {
  this.timeout(60_000);
  let folder = '';
  let articles = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-'));
    articles = join(folder, 'articles');
    mkdirSync(articles);
    writeFileSync(join(articles, 'a.txt'), A);
    writeFileSync(join(articles, 'b.txt'), B);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const call = (...args: string[]) => {
    const printed = { code: 0, out: '', err: '' };
    printed.code = run(args, {
      out: (text) => {
        printed.out += text;
      },
      err: (text) => {
        printed.err += text;
      },
      colour: false,
      readResources,
    });
    return printed;
  };
  const analyze = (): Analysis => JSON.parse(call('analyze', '--format', 'json', articles).out);
  const write = (text: string) => {
    mkdirSync(join(folder, '.counterclaim'), { recursive: true });
    writeFileSync(join(folder, '.counterclaim', 'decisions.json'), text);
  };
  const store = (...decisions: readonly Decision[]) =>
    write(
      serializeDecisions(
        decisions.reduce((file, one) => changeDecisions(file, putDecision(one))?.file ?? file, NO_DECISIONS),
      ),
    );
  /** The same case as the editor has it: ids are paths from the case folder. */
  const open = () => {
    const current = createCase();
    for (const id of ['articles/a.txt', 'articles/b.txt']) {
      const text = readFileSync(join(folder, id), 'utf8');
      current.set({ id, text, facts: sharedEngine().analyze({ id, text }) });
    }
    return current;
  };
  const verdict = (ruling: 'accept' | 'superseded') => {
    const current = open();
    const conflict = current.result().conflicts.find(({ kind }) => kind === 'number');
    assert.ok(conflict);
    return decideConflict(conflict, ruling, current.articles, OCCASION);
  };

  it('counts dismissed conflicts, and does not fail over them', () => {
    assert.equal(call('check', articles).code, EXIT.findings);
    store(verdict('superseded'));
    const { code, out, err } = call('check', articles);
    assert.equal(code, EXIT.clean, out);
    assert.match(out, /1 dismissed/);
    assert.equal(err, '');
    const { conflicts, dismissed } = analyze();
    assert.ok(!conflicts.some(({ kind }) => kind === 'number'));
    assert.equal(dismissed[0]?.verdict.note, 'later count');
    assert.equal(call('check', join(articles, 'a.txt'), join(articles, 'b.txt')).code, EXIT.clean);
  });

  it('marks accepted conflicts and fails over them still', () => {
    store(verdict('accept'));
    const { code, out } = call('check', articles);
    assert.equal(code, EXIT.findings);
    assert.match(out, /accepted: later count/);
  });

  it('calls people as they were renamed', () => {
    const article = open().articles.get('articles/a.txt');
    const start = A.indexOf('Ana Torvik');
    assert.ok(article);
    const target = { article, span: { start, end: start + 'Ana Torvik'.length } };
    const decision = decideMention({ type: 'rename', name: 'A. M. Torvik' }, [target], OCCASION);
    assert.ok(decision);
    store(decision);
    assert.ok(analyze().entities.some(({ name }) => name === 'A. M. Torvik'));
  });

  it('says which decisions no longer find their place', () => {
    store(verdict('superseded'));
    writeFileSync(join(articles, 'b.txt'), 'The harbour stays shut.\n');
    assert.match(call('check', articles).out, /a decision no longer finds its place \(later count\)/);
    assert.equal(analyze().orphaned.length, 1);
  });

  it('reports a damaged file and goes on', () => {
    write('{"version": 1, "decisions": [{');
    const { code, err } = call('check', articles);
    assert.equal(code, EXIT.findings);
    assert.match(err, /decisions\.json: This is damaged/);
  });
});
