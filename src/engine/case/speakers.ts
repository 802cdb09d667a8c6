/** Whether the speakers of two quotations are one, stand for each other, or are two. */
import type { Context, SpeakerRelation } from '../conflicts/detector';
import { parseList } from '../lexicon/list';
import agencyList from '../lexicon/news-agencies.txt';
import metonymList from '../lexicon/spoken-for.txt';
import { foldForComparison } from '../text/fold';
import type { Entity, Mention } from '../types';
import type { Utterance } from './utterance';

const METONYMS: readonly string[] = parseList(metonymList);
const AGENCIES: ReadonlySet<string> = new Set([
  ...parseList(agencyList),
  'associated press',
  'the associated press',
]);
/** Words of names that two bodies may share without having to do with each other. */
const EMPTY_WORDS = new Set([
  'the',
  'and',
  'for',
  'of',
  'in',
  'de',
  'la',
  'al',
  'new',
  'national',
  'international',
]);

/**
 * `same` when the case links both speakers; `different` for two persons with different names, or for a person and
 * a body that have nothing to do with each other as far as the articles tell; `related` when one may speak for the
 * other (a person and their body, a newspaper and whom it quotes); `unknown` when one cannot be told.
 */
export function relateSpeakers(left: Utterance, right: Utterance, context: Context): SpeakerRelation {
  const a = context.entityOf(left.article, left.quotation.speaker);
  const b = context.entityOf(right.article, right.quotation.speaker);
  if (a !== undefined && a.id === b?.id) return 'same';
  if (a === undefined || b === undefined) {
    const named = new Set(sourceEntities(left, context));
    if (sourceEntities(right, context).some((id) => named.has(id))) return 'related';
    return relateSources(left, a, right, b, context);
  }
  if (a.kind === 'person' && b.kind === 'person') return relatePersons(a, b);
  return mayStandFor(a, b, context) ? 'related' : 'different';
}

/** Words of sources that stand for anybody, so that they tell nobody apart. */
const ANYBODY = new Set(
  'he she they it who one i we you source sources official officials statement report reports spokesman spokeswoman spokesperson company group team leader president people person man woman others many some critics aide aides adviser author writer candidate nominee post tweet letter email website document paper poll study survey court judge police government neighbour neighbor relative friend witness resident survivor passenger bystander colleague supporter worker employee local mother father brother sister son daughter wife husband'.split(
    ' ',
  ),
);

/**
 * Speakers of whom one at least is no known person or body, by the words that name them: `different` when both sources
 * say plainly who speaks, “a nurse” and “the mayor”, and no article gives the one what the other is called.
 */
function relateSources(
  left: Utterance,
  a: Entity | undefined,
  right: Utterance,
  b: Entity | undefined,
  context: Context,
): SpeakerRelation {
  const one = a ?? sourceWords(left);
  const other = b ?? sourceWords(right);
  if (one === undefined || other === undefined) return 'unknown';
  const [known, described] = 'id' in one ? [one, other] : [other, one];
  if ('id' in described) return 'unknown';
  if (described.some((word) => METONYMS.includes(word) || context.outlets.has(word) || AGENCIES.has(word)))
    return 'unknown';
  const words = new Set('id' in known ? wordsOf(known) : known);
  if ('id' in known && known.kind !== 'person' && described.length < 2) return 'unknown';
  return described.some((word) => words.has(word)) ? 'related' : 'different';
}

/** What tells the source of an utterance apart: nothing for pronouns and words that stand for anybody. */
function sourceWords({ article, quotation: { source } }: Utterance): readonly string[] | undefined {
  if (source === null) return undefined;
  const text = foldForComparison(article.text.slice(source.start, source.end));
  const words = text.split(/[^a-z0-9]+/).filter((word) => word.length > 2 && !EMPTY_WORDS.has(word));
  return words.length === 0 || words.some((word) => ANYBODY.has(word)) ? undefined : words;
}

/** The speaker, and whoever else is named in the words of the source: “a statement on the leader’s website”. */
function sourceEntities({ article, quotation }: Utterance, context: Context): string[] {
  const { speaker, source } = quotation;
  const inside = (mention: Mention) =>
    source !== null && source.start <= mention.start && mention.end <= source.end;
  const locals = article.facts.mentions.filter(inside).map(({ entity }) => entity);
  return [speaker, ...locals].flatMap((local) => context.entityOf(article, local)?.id ?? []);
}

/** Persons who share a surname may be one person whom linking kept apart. */
function relatePersons(a: Entity, b: Entity): SpeakerRelation {
  const names = new Set([b.name, ...b.aliases].map(lastWord));
  return [a.name, ...a.aliases].some((name) => names.has(lastWord(name))) ? 'related' : 'different';
}

/** Whether one of two speakers, of which one at least is a body, may have spoken for the other or reported it. */
function mayStandFor(a: Entity, b: Entity, { outlets }: Context): boolean {
  for (const { kind, name, aliases } of [a, b]) {
    if (kind === 'person') continue;
    const names = [name, ...aliases].map(foldForComparison);
    if (names.some((known) => AGENCIES.has(known) || outlets.has(known))) return true;
    if (
      names.some((known) => METONYMS.some((metonym) => known === metonym || known.endsWith(` ${metonym}`)))
    ) {
      return true;
    }
  }
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

function wordsOf({ name, aliases, roles }: Entity): string[] {
  return [name, ...aliases, ...roles.map(({ text }) => text)].flatMap((text) =>
    foldForComparison(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word)),
  );
}

function lastWord(name: string): string {
  const folded = foldForComparison(name);
  return folded.slice(folded.lastIndexOf(' ') + 1);
}
