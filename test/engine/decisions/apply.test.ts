/** What decisions do to a case: verdicts, people merged, split, renamed, turned into something else, speakers. */
import assert from 'node:assert/strict';
import {
  type Case,
  type Conflict,
  createCase,
  type Decision,
  decideConflict,
  decideMention,
  decideQuotation,
  type Entity,
  type EntityVerdict,
  type Occasion,
  type Target,
} from '../../../src/engine';
import { sharedEngine } from '../../resources';

const engine = sharedEngine();
const A = `Ferry Runs Aground off Belmara

BELMARA (Newswire) — The ferry Estrella ran aground off Belmara on Monday.

Ana Torvik, the mayor of Belmara, said 12 people were injured.

“We will rebuild the harbour wall before the winter storms arrive,” Torvik told reporters.
`;
const B = `The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 20 people were injured. Councillor Luis Belmonte said nothing.

“We will rebuild the harbour wall before winter,” she told reporters.
`;
const OCCASION: Occasion = { time: '2024-05-01T10:00:00Z', note: 'later count', toPath: (id) => id };

function put(target: Case, id: string, text: string): void {
  target.set({ id, text, facts: engine.analyze({ id, text }) });
}

function read(): Case {
  const current = createCase();
  put(current, 'a.txt', A);
  put(current, 'b.txt', B);
  return current;
}

const conflictOf = (current: Case): Conflict => {
  const found = current.result().conflicts.find(({ kind }) => kind === 'number');
  assert.ok(found, 'the articles disagree about a number');
  return found;
};

function mention(current: Case, id: string, words: string): Target {
  const article = current.articles.get(id);
  const start = article?.text.indexOf(words) ?? -1;
  assert.ok(article && start >= 0, words);
  return { article, span: { start, end: start + words.length } };
}

function decide(verdict: EntityVerdict, ...targets: readonly Target[]): Decision {
  const decision = decideMention(verdict, targets, OCCASION);
  assert.ok(decision);
  return decision;
}

const named = (current: Case, name: string): Entity | undefined =>
  current.result().entities.find((entity) => entity.name === name);

describe('decisions in a case', () => {
  let current: Case;
  beforeEach(() => {
    current = read();
  });

  it('takes a dismissed conflict out, keeps an accepted one marked, and opens both again', () => {
    const conflict = conflictOf(current);
    const dismissal = decideConflict(conflict, 'superseded', current.articles, OCCASION);
    current.decide([dismissal]);
    const { conflicts, dismissed, orphaned } = current.result();
    assert.ok(!conflicts.some(({ id }) => id === conflict.id));
    assert.deepEqual(
      dismissed.map(({ id }) => id),
      [conflict.id],
    );
    assert.deepEqual(dismissed[0]?.verdict, {
      decision: dismissal.id,
      status: 'dismissed',
      reason: 'superseded',
      note: 'later count',
    });
    assert.deepEqual(orphaned, []);
    current.decide([decideConflict(conflict, 'accept', current.articles, OCCASION)]);
    assert.equal(
      current.result().conflicts.find(({ id }) => id === conflict.id)?.verdict?.status,
      'accepted',
    );
    current.decide([]);
    assert.equal(conflictOf(current).verdict, undefined);
    assert.deepEqual(current.result(), read().result());
  });

  it('finds a conflict again by its evidence when its words have changed', () => {
    const conflict = conflictOf(current);
    const dismissal = decideConflict(conflict, 'superseded', current.articles, OCCASION);
    current.decide([{ ...dismissal, conflict: 'of an older version' }]);
    assert.deepEqual(
      current.result().dismissed.map(({ id }) => id),
      [conflict.id],
    );
  });

  it('calls a verdict orphaned when its place is gone, and when a third side speaks up', () => {
    const conflict = conflictOf(current);
    const dismissal = decideConflict(conflict, 'superseded', current.articles, OCCASION);
    put(current, 'b.txt', B.replace('20 people were injured', 'nobody was there'));
    current.decide([dismissal]);
    assert.deepEqual(
      current.result().orphaned.map(({ id, type, note }) => [id, type, note]),
      [[dismissal.id, 'dismiss', 'later count']],
    );
    put(current, 'b.txt', B);
    put(current, 'c.txt', B.replace('20 people', '57 people'));
    current.decide([dismissal]);
    const { conflicts, orphaned } = current.result();
    const open = conflicts.find(({ kind, sides }) => kind === 'number' && sides.length === 3);
    assert.ok(open, 'the three numbers are one open conflict');
    assert.deepEqual(
      orphaned.map(({ id }) => id),
      [dismissal.id],
    );
  });

  it('merges two people, everywhere', () => {
    const into = mention(current, 'a.txt', 'Ana Torvik');
    const decision = decide({ type: 'merge' }, into, mention(current, 'b.txt', 'Luis Belmonte'));
    assert.ok(named(current, 'Luis Belmonte'));
    current.decide([decision]);
    assert.equal(named(current, 'Luis Belmonte'), undefined);
    const merged = named(current, 'Ana Torvik');
    assert.ok(merged);
    assert.ok(merged.aliases.includes('Luis Belmonte'));
    assert.ok(merged.members.some(({ reason }) => reason === 'by a decision of yours'));
  });

  it('splits one mention off, and one article', () => {
    const whole = named(current, 'Ana Torvik');
    assert.equal(whole?.members.length, 2);
    current.decide([decide({ type: 'split', scope: 'article' }, mention(current, 'b.txt', 'Ana Torvik'))]);
    const halves = current.result().entities.filter(({ name }) => name === 'Ana Torvik');
    assert.deepEqual(halves.flatMap(({ members }) => members.map(({ article }) => article)).sort(), [
      'a.txt',
      'b.txt',
    ]);
    assert.equal(new Set(halves.map(({ id }) => id)).size, 2);

    const later = mention(current, 'a.txt', 'Torvik told');
    const surname = { ...later, span: { start: later.span.start, end: later.span.start + 6 } };
    current.decide([decide({ type: 'split', scope: 'mention' }, surname)]);
    assert.ok(named(current, 'Torvik'));
    const { facts } = current.corrected('a.txt') ?? {};
    const moved = facts?.mentions.find(({ start }) => start === surname.span.start);
    assert.equal(facts?.entities[moved?.entity ?? -1]?.name, 'Torvik');
    const quotation = facts?.quotations.find(({ source }) => source?.start === surname.span.start);
    assert.equal(quotation?.speaker, moved?.entity);
  });

  it('renames, and changes the kind of every mention', () => {
    const target = mention(current, 'b.txt', 'Luis Belmonte');
    current.decide([
      decide({ type: 'rename', name: 'Luis Belmonte Ruiz' }, target),
      decide({ type: 'kind', kind: 'organization' }, target),
    ]);
    const entity = named(current, 'Luis Belmonte Ruiz');
    assert.equal(entity?.kind, 'organization');
    assert.ok(entity.aliases.includes('Luis Belmonte'));
    const { mentions = [] } = current.corrected('b.txt')?.facts ?? {};
    assert.equal(mentions.find(({ start }) => start === target.span.start)?.kind, 'organization');
  });

  it('forgets what is not a name', () => {
    const target = mention(current, 'b.txt', 'Luis Belmonte');
    current.decide([decide({ type: 'not-a-name' }, target)]);
    assert.equal(named(current, 'Luis Belmonte'), undefined);
    const { mentions = [] } = current.corrected('b.txt')?.facts ?? {};
    assert.ok(mentions.length > 0 && !mentions.some(({ start }) => start === target.span.start));
  });

  it('sets the speaker: somebody of another article, a name that stands nowhere, nobody', () => {
    const article = current.articles.get('a.txt');
    const quotation = article?.facts.quotations.find(({ type }) => type === 'direct');
    assert.ok(article && quotation);
    const speakerAfter = (speaker: Target | string | null) => {
      const decision = decideQuotation(article, quotation, speaker, OCCASION);
      assert.ok(decision);
      current.decide([decision]);
      const { entities } = current.result();
      assert.deepEqual(current.result().orphaned, []);
      const changed = current
        .corrected('a.txt')
        ?.facts.quotations.find(({ content }) => content[0]?.start === quotation.content[0]?.start);
      const local = changed?.speaker ?? null;
      return entities.find(({ members }) =>
        members.some((one) => one.article === 'a.txt' && one.local === local),
      )?.name;
    };
    assert.equal(speakerAfter(mention(current, 'b.txt', 'Luis Belmonte')), 'Luis Belmonte');
    assert.equal(speakerAfter('Pia Norrland'), 'Pia Norrland');
    assert.equal(speakerAfter(null), undefined);
  });

  it('gives after edits and decisions in any order what a new case gives', () => {
    const decisions = [
      decide({ type: 'rename', name: 'A. Torvik' }, mention(current, 'a.txt', 'Ana Torvik')),
      decide({ type: 'split', scope: 'article' }, mention(current, 'b.txt', 'Ana Torvik')),
      decideConflict(conflictOf(current), 'no-conflict', current.articles, OCCASION),
    ];
    current.decide(decisions);
    current.result();
    put(current, 'a.txt', `An added line.\n\n${A}`);
    current.result();
    put(current, 'a.txt', A);
    current.decide([...decisions].reverse());
    const fresh = read();
    fresh.decide(decisions);
    assert.deepEqual(current.result(), fresh.result());
  });
});
