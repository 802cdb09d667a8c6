/** The Articles view: outlet, date and counts; each article opens into its people, quotations and conflicts. */

import type { CaseState, Source } from '../cases';
import { escapeText } from '../markdown';
import { nameApart, nameFile } from '../names';
import { count, type Translate } from '../translate';
import { isMuted } from '../visible';
import { conflictBranch } from './conflicts';
import { compareDates, compareNames } from './filter';
import { quotationLeaf, spanLeaf } from './leaves';
import type { Arrangement, Branch } from './tree';

/** By date, those without a date last, unless another order is asked for; files that cannot be read at the end. */
export function buildArticles(t: Translate, current: CaseState, { sort, settings }: Arrangement): Branch[] {
  const index = current.index();
  const names = nameApart(index.articles);
  const nameOf = ({ uri }: Source) => names.get(uri) ?? '';
  const dateOf = ({ article }: Source) => article.facts.published;
  const conflictsOf = ({ article }: Source) => index.conflictsIn(article.id).length;
  const order: Readonly<Record<NonNullable<typeof sort> | 'date', (a: Source, b: Source) => number>> = {
    date: (a, b) => (dateOf(a) ?? '~').localeCompare(dateOf(b) ?? '~'),
    newest: (a, b) => compareDates(dateOf(a), dateOf(b)),
    name: (a, b) => compareNames(nameOf(a), nameOf(b)),
    count: (a, b) => conflictsOf(b) - conflictsOf(a),
  };
  const sources = [...current.sources.values()].sort(
    (a, b) => order[sort ?? 'date'](a, b) || (a.uri < b.uri ? -1 : 1),
  );
  const articles = sources.map((source) =>
    articleBranch(t, current, source, nameOf(source), isMuted(source.uri, current, settings)),
  );
  const unreadable = [...current.unreadable].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...articles,
    ...unreadable.map(
      ([uri, problem]): Branch => ({
        key: uri,
        label: nameFile(uri),
        description: problem,
        describe: () => escapeText(problem),
        icon: 'warning',
        color: 'list.warningForeground',
        context: 'unreadable',
      }),
    ),
  ];
}

function articleBranch(
  t: Translate,
  current: CaseState,
  source: Source,
  name: string,
  muted: boolean,
): Branch {
  const { article, uri } = source;
  const { facts } = article;
  const [oddity] = listOddities(source);
  const conflicts = current.index().conflictsIn(article.id).length;
  const parts = [
    facts.published ?? t('no date'),
    count(t, facts.quotations.length, '{0} quotation', '{0} quotations'),
    count(t, conflicts, '{0} conflict', '{0} conflicts'),
    ...(muted ? [t('muted')] : []),
  ];
  return {
    key: uri,
    label: name,
    description: (oddity === undefined ? parts : [oddity, ...parts]).join(' · '),
    describe: () => describeArticle(source, name),
    terms: `${nameFile(uri)} ${facts.headline ?? ''}`,
    ...(oddity === undefined
      ? { icon: muted ? 'bell-slash' : 'file-text' }
      : { icon: 'warning', color: 'list.warningForeground' }),
    context: muted ? 'mutedArticle' : 'article',
    subject: `article:${uri}`,
    location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    expand: () => buildContents(t, current, source),
  };
}

function describeArticle(source: Source, name: string): string {
  const { article, uri } = source;
  const lines = [
    `**${escapeText(article.facts.headline ?? name)}**`,
    escapeText(nameFile(uri)),
    ...listOddities(source).map(escapeText),
  ];
  return lines.join('\n\n');
}

/** Sentences about what was odd about a file and its text. */
function listOddities({ notes, article }: Source): readonly string[] {
  return [...notes, ...article.facts.problems.map(({ message }) => message)];
}

function buildContents(t: Translate, current: CaseState, { article }: Source): Branch[] {
  const index = current.index();
  const people = article.facts.entities.flatMap((entity, local): Branch[] => {
    const first = article.facts.mentions.find(
      (mention) => mention.entity === local && mention.form === 'name',
    );
    if (entity.kind !== 'person' || first === undefined) return [];
    const known = index.entityOf(article.id, local);
    return spanLeaf(current, article, first, {
      key: `e${local}`,
      label: known?.name ?? entity.name,
      icon: 'person',
      context: 'mention',
    });
  });
  const quotations = article.facts.quotations.flatMap((_, at) => quotationLeaf(t, current, article, at));
  const conflicts = index.conflictsIn(article.id).map((conflict) => conflictBranch(t, current, conflict));
  return [
    folder('people', t('People'), 'person', people),
    folder('quotations', t('Quotations'), 'quote', quotations),
    folder('conflicts', t('Conflicts'), 'warning', conflicts),
  ].flat();
}

function folder(key: string, label: string, icon: string, children: Branch[]): Branch[] {
  if (children.length === 0) return [];
  return [{ key, label, description: String(children.length), icon, context: key, expand: () => children }];
}
