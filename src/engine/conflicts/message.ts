/** Composes a conflict's message: a desk editor's margin note with the outlets named. */
import type { Article } from '../types';
import type { FindingGroup, GroupSide } from './grouping';
import { groupBySource } from './wire';

/** Most outlets of one side that are named; the others are counted. */
const MOST_NAMED = 3;

/** “First flight (Morning Sun) or second (Harbour Post)? They count from different borders: …” */
export function composeMessage({ lead, sides }: FindingGroup): string {
  const twice = findSharedNames(sides);
  const labels = dropRepeated(sides.map((side) => side.says));
  const says = sides.map((side, i) => `${labels[i] ?? side.says} (${nameSources(side, twice)})`);
  const question = capitalize(`${joinWith(says, 'or')}?`);
  const shared = sides.map(noteWireCopy).filter((note) => note !== '');
  return [
    question,
    endSentence(sayBounds(sides) || lead.differs),
    endSentence(lead.reconciles ?? ''),
    ...shared,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** “They count from different borders: outside the islands / outside the harbour”; empty unless every side has bounds. */
function sayBounds(sides: readonly GroupSide[]): string {
  const bounds = sides.map(({ within }) => within);
  if (bounds.some((words) => words === '') || new Set(bounds).size < bounds.length) return '';
  const borders = bounds.every((words) => /^(?:outside|out of|abroad|beyond)/.test(words));
  return `They count ${borders ? 'from different borders' : 'within different bounds'}: ${bounds.join(' / ')}`;
}

/** “First trip or second”: what is counted is named once. */
function dropRepeated(labels: readonly string[]): string[] {
  const last = lastWord(labels[0] ?? '');
  return labels.map((label, i) => {
    const isRepeated = i > 0 && last !== '' && label.includes(' ') && lastWord(label) === last;
    return isRepeated ? label.slice(0, label.length - last.length - 1) : label;
  });
}

/** The last word of a label of several words when it is the thing counted; units of figures stay. */
function lastWord(label: string): string {
  const word = label.slice(label.lastIndexOf(' ') + 1);
  return label.includes(' ') && /^[a-z]{3,}$/.test(word) && !KEPT.has(word) ? word : '';
}
const KEPT = new Set('percent million billion trillion thousand hundred'.split(' '));

/** What a reader calls an article: its outlet as it names itself, else its file. */
export function nameArticle(article: Article): string {
  return article.facts.outlet ?? fileOf(article);
}

function fileOf({ id }: Article): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Names that stand for several articles of a conflict: there the file tells them apart. */
function findSharedNames(sides: readonly GroupSide[]): ReadonlySet<string> {
  const articles = new Set(sides.flatMap(({ places }) => places.map(({ article }) => article)));
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const article of articles) {
    const name = nameArticle(article);
    (seen.has(name) ? twice : seen).add(name);
  }
  return twice;
}

function nameSources({ places }: GroupSide, twice: ReadonlySet<string>): string {
  const names = [
    ...new Set(
      places.map(({ article }) => {
        const name = nameArticle(article);
        return twice.has(name) && article.facts.outlet !== null ? `${name}, ${fileOf(article)}` : name;
      }),
    ),
  ];
  const named = names.slice(0, MOST_NAMED);
  const rest = names.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}

function noteWireCopy({ places }: GroupSide): string {
  const notes = groupBySource(places)
    .map((group) => [...new Set(group.map(({ article }) => article))])
    .filter((articles) => articles.length > 1)
    .map((articles) => {
      const names = joinWith([...new Set(articles.map(nameArticle))], 'and');
      return articles.length === 1 || !names.includes(' and ')
        ? `${articles.length} articles of ${names} print the same paragraph: one source.`
        : `${names} print the same paragraph word for word: one source.`;
    });
  return notes.join(' ');
}

function joinWith(parts: readonly string[], word: 'and' | 'or'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

function endSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return /[.?!]["”’)]?$/.test(trimmed) ? capitalize(trimmed) : `${capitalize(trimmed)}.`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
