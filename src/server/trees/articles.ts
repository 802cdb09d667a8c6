/** The Articles view: outlet, date and counts; each article opens into its people, quotations and conflicts. */

import type { CaseState, Source } from '../cases';
import { escapeText } from '../markdown';
import { nameApart, nameFile } from '../names';
import { count, type Translate } from '../translate';
import { conflictBranch } from './conflicts';
import { quotationLeaf, spanLeaf } from './leaves';
import type { Branch } from './tree';

/** Articles by date, those without a date last, then by name; files that cannot be read at the end. */
export function buildArticles(t: Translate, current: CaseState): Branch[] {
  const names = nameApart(current.index().articles);
  const sources = [...current.sources.values()].sort(
    (a, b) =>
      (a.article.facts.published ?? '~').localeCompare(b.article.facts.published ?? '~') ||
      (a.uri < b.uri ? -1 : 1),
  );
  const articles = sources.map((source) => articleBranch(t, current, source, names.get(source.uri) ?? ''));
  const unreadable = [...current.unreadable].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...articles,
    ...unreadable.map(
      ([uri, problem]): Branch => ({
        key: uri,
        label: nameFile(uri),
        description: problem,
        tooltip: escapeText(problem),
        icon: 'warning',
        color: 'list.warningForeground',
        context: 'unreadable',
      }),
    ),
  ];
}

function articleBranch(t: Translate, current: CaseState, source: Source, name: string): Branch {
  const { article, uri, notes } = source;
  const { facts } = article;
  const conflicts = current.index().conflictsIn(article.id).length;
  const parts = [
    facts.published ?? t('no date'),
    count(t, facts.quotations.length, '{0} quotation', '{0} quotations'),
    count(t, conflicts, '{0} conflict', '{0} conflicts'),
  ];
  const tooltip = [
    `**${escapeText(facts.headline ?? name)}**`,
    escapeText(nameFile(uri)),
    ...notes.map(escapeText),
  ];
  for (const { message } of facts.problems) tooltip.push(escapeText(message));
  return {
    key: uri,
    label: name,
    description: parts.join(' · '),
    tooltip: tooltip.join('\n\n'),
    icon: 'file-text',
    context: 'article',
    location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    expand: () => buildContents(t, current, source),
  };
}

function buildContents(t: Translate, current: CaseState, { article }: Source): Branch[] {
  const index = current.index();
  const people = article.facts.entities.flatMap((entity, local): Branch[] => {
    const first = article.facts.mentions.find(
      (mention) => mention.entity === local && mention.form === 'name',
    );
    if (entity.kind !== 'person' || first === undefined) return [];
    return spanLeaf(current, article, first, {
      key: `e${local}`,
      label: index.entityOf(article.id, local)?.name ?? entity.name,
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
