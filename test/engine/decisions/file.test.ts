/** The decisions file: round trips, unknown fields and versions, two writers, git's marks, hostile content. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  changeDecisions,
  type Decision,
  joinDecisions,
  listDecisions,
  NO_DECISIONS,
  parseDecisions,
  putDecision,
  serializeDecisions,
} from '../../../src/engine';
import { fuzz } from '../../property/texts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const anchor = fc.record(
  {
    article: text,
    exact: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    prefix: text,
    suffix: text,
  },
  { noNullPrototype: true },
);
const decision: fc.Arbitrary<Decision> = fc
  .record(
    {
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      time: fc.stringMatching(/^20\d\d-0[1-9]$/),
      note: text,
      anchors: fc.array(anchor, { minLength: 2, maxLength: 3 }),
    },
    { noNullPrototype: true },
  )
  .chain((base) =>
    fc.oneof(
      fc.constant<Decision>({ ...base, type: 'merge' }),
      fc.constant<Decision>({ ...base, type: 'not-a-name' }),
      fc.constantFrom('mention' as const, 'article' as const).map(
        (scope): Decision => ({
          ...base,
          type: 'split',
          scope,
        }),
      ),
      fc.constant<Decision>({ ...base, type: 'speaker', name: null }),
      fc.constantFrom('accept' as const, 'dismiss' as const).map(
        (type): Decision => ({
          ...base,
          type,
          conflict: 'c',
          kind: 'number',
          reason: type === 'accept' ? null : 'superseded',
          sides: ['12', '20'],
        }),
      ),
    ),
  );
const decisions = fc.uniqueArray(decision, { selector: ({ id }) => id, maxLength: 12 });

function write(list: readonly Decision[], onto = ''): string {
  let file = parseDecisions(onto);
  for (const one of list) {
    const changed = changeDecisions(file, putDecision(one));
    assert.ok(changed);
    file = changed.file;
  }
  return serializeDecisions(file);
}

const byId = (list: readonly Decision[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const same = (path: string) => path;

describe('the decisions file', () => {
  it('gives back what was written, one decision a line, as JSON', () => {
    fc.assert(
      fc.property(decisions, (list) => {
        const written = write(list);
        const read = parseDecisions(written);
        assert.equal(read.locked, null);
        assert.deepEqual(byId(listDecisions(read, same)), byId(list));
        assert.equal(serializeDecisions(read), written);
        assert.equal(JSON.parse(written).version, 1);
        for (const { id } of list) {
          assert.equal(
            written.split('\n').filter((line) => line.startsWith(`{"id":${JSON.stringify(id)},`)).length,
            1,
          );
        }
      }),
      fuzz(200),
    );
  });

  it('does not depend on the order of decisions, nor on who of two writers is first', () => {
    fc.assert(
      fc.property(decisions, decisions, (a, b) => {
        assert.equal(write(a), write([...a].reverse()));
        const [left, right] = [parseDecisions(write(a)), parseDecisions(write(b))];
        const joined = serializeDecisions(joinDecisions(left, right));
        assert.equal(joined, serializeDecisions(joinDecisions(right, left)));
        const apart = b.filter(({ id }) => !a.some((one) => one.id === id));
        assert.equal(write(apart, write(a)), write(a, write(apart)));
      }),
      fuzz(200),
    );
  });

  it('takes a change back', () => {
    fc.assert(
      fc.property(decisions, decision, (list, one) => {
        const before = parseDecisions(write(list));
        const done = changeDecisions(before, putDecision(one));
        const undone = done && changeDecisions(done.file, done.undo);
        assert.ok(undone);
        assert.equal(serializeDecisions(undone.file), serializeDecisions(before));
      }),
      fuzz(200),
    );
  });

  it('writes back word for word what it does not know', () => {
    const unknown =
      '{"id":"a","type":"astrology","anchors":[{"article":"a.txt","exact":"x"}], "big": 12345678901234567890}';
    const extended =
      '{"id":"b","type":"rename","name":"Ana","mood":{"of":"day"},"anchors":[{"article":"b.txt","exact":"x"}]}';
    const file = `{\n"version": 1,\n"team": {"a": 1},\n"decisions": [\n${unknown},\n${extended},\n"end"\n]\n}\n`;
    const read = parseDecisions(file);
    assert.deepEqual(
      listDecisions(read, same).map(({ type }) => type),
      ['rename'],
    );
    const added = changeDecisions(read, putDecision(merge('z')));
    assert.ok(added);
    const written = serializeDecisions(added.file);
    for (const line of [`${unknown},`, `${extended},`, '"team": {"a":1},']) {
      assert.ok(written.split('\n').includes(line), line);
    }
  });

  it('is not written when a newer version wrote it, but what is understood counts', () => {
    const read = parseDecisions(write([merge('a')]).replace('"version": 1', '"version": 2'));
    assert.equal(read.locked, 'newer');
    assert.equal(listDecisions(read, same).length, 1);
  });

  it('takes both sides of what git could not merge', () => {
    const [head, tail] = ['{\n"version": 1,\n"decisions": [\n', '"end"\n]\n}\n'];
    const line = (id: string) => `${JSON.stringify(merge(id))},\n`;
    const marked = `${head}<<<<<<< ours\n${line('a')}=======\n${line('b')}>>>>>>> theirs\n${tail}`;
    const read = parseDecisions(marked);
    assert.equal(read.locked, null);
    assert.deepEqual(
      read.entries.map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('refuses to write over damaged files, and never throws', () => {
    for (const broken of [
      '{',
      '[]',
      'null',
      '"x"',
      '{"version":1}',
      '{"version":1,"decisions":{}}',
      '{"version":1,"decisions":[1]}',
      write([merge('a')]).slice(0, 60),
      '['.repeat(200_000),
      `{"a":`.repeat(200_000),
      '\u0000\u0001',
    ]) {
      assert.equal(parseDecisions(broken).locked, 'damaged', broken.slice(0, 40));
    }
    assert.equal(parseDecisions('  \n').locked, null);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (content) => {
        serializeDecisions(parseDecisions(content));
      }),
      fuzz(300),
    );
  });

  it('is not fooled by keys that mean something to JavaScript', () => {
    const hostile = [
      '{"id":"a","__proto__":{"type":"merge","polluted":true},"anchors":[]}',
      '{"id":"b","constructor":{"prototype":{"polluted":true}},"type":"merge","anchors":[]}',
      '{"id":"__proto__","type":"not-a-name","anchors":[{"article":"__proto__","exact":"x"}]}',
    ];
    const read = parseDecisions(
      `{"version":1,"__proto__":{"polluted":true},"decisions":[\n${hostile.join(',\n')}]}`,
    );
    assert.deepEqual(
      listDecisions(read, same).map(({ id }) => id),
      ['__proto__'],
    );
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    const again = parseDecisions(serializeDecisions(joinDecisions(read, NO_DECISIONS)));
    assert.equal(again.entries.length, 3);
  });
});

function merge(id: string): Decision {
  const place = { article: 'a.txt', exact: 'Ana', prefix: '', suffix: '' };
  return { id, type: 'merge', time: '2024', note: '', anchors: [place, place] };
}
