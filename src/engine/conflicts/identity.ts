/** identity: the same person with another name, office, age, home town or party. */
import { type Particular, readParticulars } from '../case/particulars';
import { compareNames, type NameDifference } from '../case/personNames';
import { findPostClash, type PostClash } from '../case/posts';
import type { Article, LocalEntity, Mention, Severity, Span } from '../types';
import type { EntityDetector, EntityPair, Finding, FindingSide, Located } from './detector';
import { normalizeWords } from './fingerprint';

/** Ages one year apart may lie on both sides of a birthday. */
const BIRTHDAY = 1;

export const identity: EntityDetector = {
  id: 'identity',
  title: 'One person, two names, offices, ages, towns or parties',
  compare(pair) {
    return [compareForms(pair), comparePosts(pair), ...compareParticulars(pair)].filter(
      (found) => found !== undefined,
    );
  },
};

const NAME_NOTES: Readonly<Record<NameDifference, string>> = {
  spelling: 'one person’s name in two spellings',
  particle: 'one person’s name with and without its particle',
  'further names': 'one person’s name in a longer and a shorter form',
  'given name': 'one surname, two first names',
};

function compareForms(pair: EntityPair): Finding | undefined {
  const { left, right, entity, counterpart } = pair;
  const linked = entity.id === counterpart.id;
  const a = findName(left);
  const b = findName(right);
  if (a === undefined || b === undefined) return undefined;
  const difference = compareNames(a.text, b.text);
  if (difference === undefined || (!linked && difference !== 'given name')) return undefined;
  return report(pair, 'name', difference === 'given name' ? 'discrepancy' : 'variation', {
    sides: [
      { article: left.article, span: a.mention, says: a.text, key: normalizeWords(a.text) },
      { article: right.article, span: b.mention, says: b.text, key: normalizeWords(b.text) },
    ],
    differs: linked ? NAME_NOTES[difference] : `${NAME_NOTES[difference]}: ${pair.reason}`,
    reconciles: linked ? null : 'they may be two people',
    rule: `names differ: ${difference}`,
  });
}

interface NameInText {
  readonly mention: Mention;
  readonly text: string;
}

/** The fullest name that the prose of an article gives a person, at its first place. */
function findName({ article, index }: Located<LocalEntity>): NameInText | undefined {
  let best: NameInText | undefined;
  for (const mention of article.facts.mentions) {
    if (mention.entity !== index || mention.form !== 'name' || !isProse(article, mention)) continue;
    const text = article.text
      .slice(mention.start, mention.end)
      .replace(/\s+/g, ' ')
      .replace(/['’]s$/, '');
    if (best === undefined || countWords(text) > countWords(best.text)) best = { mention, text };
  }
  return best;
}

function countWords(text: string): number {
  return text.split(' ').length;
}

function isProse({ facts }: Article, { start }: Span): boolean {
  const region = facts.regions.find((one) => one.start <= start && start < one.end);
  return (
    region === undefined ||
    (region.kind !== 'related' && region.kind !== 'boilerplate' && region.kind !== 'byline')
  );
}

const POST_NOTES: Readonly<Record<PostClash['rule'], string>> = {
  body: 'two posts at one body',
  group: 'two posts that nobody holds at once',
  portfolio: 'two ministries',
};

function comparePosts(pair: EntityPair): Finding | undefined {
  const { left, right, entity, counterpart } = pair;
  if (entity.id !== counterpart.id) return undefined;
  const rolesOf = ({ article, item }: Located<LocalEntity>) =>
    item.roles.filter(({ span }) => isProse(article, span));
  const found = findPostClash(rolesOf(left), rolesOf(right));
  if (found === undefined) return undefined;
  const side = (
    { article }: Located<LocalEntity>,
    { text, span }: { text: string; span: Span },
  ): FindingSide => ({
    article,
    span,
    says: `“${text}”`,
    key: normalizeWords(text),
  });
  return report(pair, 'office', found.rule === 'body' ? 'variation' : 'discrepancy', {
    sides: [side(left, found.left), side(right, found.right)],
    differs: `${POST_NOTES[found.rule]} for ${entity.name}`,
    reconciles: found.rule === 'body' ? 'one may be a loose description of the other' : null,
    rule: POST_NOTES[found.rule],
  });
}

const PARTICULAR_NOTES = { age: 'the age', town: 'the home town', party: 'the party' } as const;

function compareParticulars(pair: EntityPair): Finding[] {
  const { left, right, entity, counterpart } = pair;
  if (entity.id !== counterpart.id) return [];
  const a = readParticulars(left.article, left.index);
  const b = readParticulars(right.article, right.index);
  return (['age', 'town', 'party'] as const).flatMap((kind) => {
    const ofA = a.filter((one) => one.kind === kind);
    const ofB = b.filter((one) => one.kind === kind);
    const [one] = ofA;
    const [other] = ofB;
    if (one === undefined || other === undefined) return [];
    if (ofA.some(({ value }) => ofB.some((that) => that.value === value))) return [];
    const side = ({ article }: Located<LocalEntity>, { start, end, value }: Particular): FindingSide => ({
      article,
      span: { start, end },
      says: article.text.slice(start, end),
      key: value,
    });
    const { severity, reconciles } = gradeParticular(kind, one.value, other.value);
    return [
      report(pair, kind, severity, {
        sides: [side(left, one), side(right, other)],
        differs: `${PARTICULAR_NOTES[kind]} of ${entity.name} differs`,
        reconciles,
        rule: `${PARTICULAR_NOTES[kind]} differs`,
      }),
    ];
  });
}

function gradeParticular(
  kind: Particular['kind'],
  a: string,
  b: string,
): { severity: Severity; reconciles: string | null } {
  if (kind === 'town') return { severity: 'discrepancy', reconciles: 'One may lie in or near the other' };
  if (kind === 'age' && Math.abs(Number(a) - Number(b)) <= BIRTHDAY) {
    return { severity: 'discrepancy', reconciles: 'A birthday may lie between' };
  }
  return { severity: 'contradiction', reconciles: null };
}

interface Report {
  readonly sides: readonly [FindingSide, FindingSide];
  readonly differs: string;
  readonly reconciles: string | null;
  readonly rule: string;
}

/** One conflict for a person and matter: the matter is named by the person, not by the pair of articles. */
function report(
  { entity, counterpart, reason }: EntityPair,
  aspect: string,
  severity: Severity,
  { sides, differs, reconciles, rule }: Report,
): Finding {
  const names = [...new Set([entity, counterpart].map(({ name }) => normalizeWords(name)))].sort();
  return {
    kind: 'identity',
    severity,
    sides,
    matter: `${aspect} of ${names.join(' or ')}`,
    differs,
    reconciles,
    explanation: [reason, rule],
  };
}
