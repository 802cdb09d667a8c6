/** What keeps a finding the same finding: ids and findings depend on content, not on place, order or names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Conflict, createCase } from '../../src/engine';
import { type FixtureCase, parseFixture } from '../conflicts/fixture';
import { sharedEngine } from '../resources';
import { fuzz } from './texts';

const FILES = ['wording', 'attribution', 'identity'];
const CASES: readonly FixtureCase[] = FILES.flatMap((name) =>
  parseFixture(name, readFileSync(join(process.cwd(), 'test', 'conflicts', `${name}.txt`), 'utf8')),
).filter(({ expected }) => expected.length > 0);

type Texts = readonly (readonly [id: string, text: string])[];

function findAll(texts: Texts): readonly Conflict[] {
  const current = createCase();
  for (const [id, text] of texts) {
    current.set({ id, text, facts: sharedEngine().analyze({ id, text }) });
  }
  return current.result().conflicts;
}

const idsOf = (conflicts: readonly Conflict[]) => conflicts.map(({ id }) => id).sort();
const textsOf = ({ articles }: FixtureCase): Texts => articles.map(({ id, text }) => [id, text] as const);

/** A paragraph about nothing that the fixtures tell. */
const ASIDE = 'Tickets for the chess congress go on sale at the box office next week.';
const ELSEWHERE = 'A bakery in Tolvane has opened a second shop beside its old oven, its owners announced.';

describe('conflicts of the fixtures', function () {
  this.timeout(180_000);
  const anyCase = fc.constantFrom(...CASES);

  it('are there to be tested', () => assert.ok(CASES.length >= 25));

  it('keep their ids when folders are renamed and files re-ordered', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom('old/', 'zz/deep/', '2024/'),
        fc.boolean(),
        (fixture, folder, reverse) => {
          const texts = textsOf(fixture);
          const renamed = texts.map(([id, text], i) => [`${folder}${texts.length - i}-${id}`, text] as const);
          const moved = reverse ? renamed.reverse() : renamed;
          assert.deepEqual(idsOf(findAll(moved)), idsOf(findAll(texts)), fixture.title);
        },
      ),
      fuzz(20),
    );
  });

  it('keep their ids when something is edited elsewhere in an article', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(1), (fixture, at) => {
        const texts = textsOf(fixture);
        const edited = texts.map(([id, text], i) => [id, i === at ? `${text}\n\n${ASIDE}\n` : text] as const);
        assert.deepEqual(idsOf(findAll(edited)), idsOf(findAll(texts)), fixture.title);
      }),
      fuzz(20),
    );
  });

  it('stay the same when an unrelated article joins the case', () => {
    fc.assert(
      fc.property(anyCase, (fixture) => {
        const texts = textsOf(fixture);
        const more = [...texts, ['unrelated.txt', ELSEWHERE] as const];
        assert.deepEqual(idsOf(findAll(more)), idsOf(findAll(texts)), fixture.title);
      }),
      fuzz(15),
    );
  });

  it('keep their ids when a copy of an article joins the case', () => {
    fc.assert(
      fc.property(anyCase, (fixture) => {
        const texts = textsOf(fixture);
        const more = [...texts, ['copy.txt', texts[0]?.[1] ?? ''] as const];
        assert.deepEqual(idsOf(findAll(more)), idsOf(findAll(texts)), fixture.title);
      }),
      fuzz(15),
    );
  });
});
