/** The card of a person, organisation or place: name, roles, spellings, where it is mentioned, what it says. */
import type { Entity, Mention } from '../../../engine';
import type { CaseIndex } from '../../caseIndex';
import type { CaseState } from '../../cases';
import { toLocation } from '../../convert';
import { textOf } from '../../find';
import { escapeText, link, shorten } from '../../markdown';
import { nameApart, nameEntityKind } from '../../names';
import { count, type Translate } from '../../translate';

const MOST_ROLES = 6;
const MOST_QUOTATIONS = 3;
/** “his spokesman” says whose only in its sentence. */
const POSSESSIVE = /^(?:my|our|your|his|her|its|their)\s/i;

/** @param mention what stands under the pointer; a pronoun or description says why it means this entity */
export function describeEntity(t: Translate, current: CaseState, entity: Entity, mention?: Mention): string {
  const index = current.index();
  const names = nameApart(index.articles);
  const lines = [`**${escapeText(entity.name)}** · ${escapeText(nameEntityKind(t, entity.kind))}`];
  if (mention && mention.form !== 'name') lines.push(`*${escapeText(mention.reason)}*`);
  const roles = listRoles(t, current, entity, names);
  if (roles.length > 0) lines.push(roles.join('  \n'));
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  if (others.length > 0) lines.push(`${escapeText(t('Also written'))}: ${others.map(escapeText).join(', ')}`);
  lines.push(`${escapeText(t('Mentioned in'))}: ${listSources(current, index, entity, names).join(' · ')}`);
  const quotations = listQuotations(t, current, index, entity, names);
  if (quotations.length > 0) lines.push(quotations.join('\n'));
  return lines.join('\n\n');
}

/** Roles, the same words once, each with the sources that use them as links. */
function listRoles(
  t: Translate,
  current: CaseState,
  entity: Entity,
  names: ReadonlyMap<string, string>,
): string[] {
  const byText = new Map<string, { text: string; links: string[]; seen: Set<string> }>();
  for (const { text: written, article, span } of entity.roles) {
    const text = nameOwner(t, current, { text: written, article, span });
    const key = text.toLowerCase();
    const role = byText.get(key) ?? { text, links: [], seen: new Set<string>() };
    byText.set(key, role);
    const source = current.sources.get(article);
    if (source === undefined || role.seen.has(article)) continue;
    role.seen.add(article);
    role.links.push(link(names.get(article) ?? '', toLocation(source.snapshot, span)));
  }
  const all = [...byText.values()].sort((a, b) => b.links.length - a.links.length);
  const told = all.filter(({ text }) => !POSSESSIVE.test(text));
  const roles = told.length > 0 ? told : all;
  const lines = roles
    .slice(0, MOST_ROLES)
    .map(({ text, links }) => `${escapeText(text)} — ${links.join(', ')}`);
  const more = roles.length - lines.length;
  if (more > 0) lines.push(escapeText(count(t, more, '…and {0} more role', '…and {0} more roles')));
  return lines;
}

/** “his spokesman” as “spokesman of Ana Torvik”, where the pronoun is known; else as written. */
function nameOwner(
  t: Translate,
  current: CaseState,
  { text, article, span }: Entity['roles'][number],
): string {
  if (!POSSESSIVE.test(text)) return text;
  const index = current.index();
  const pronoun = index
    .article(article)
    ?.facts.mentions.find(({ start, form }) => start === span.start && form === 'pronoun');
  const owner = pronoun && index.entityOf(article, pronoun.entity);
  return owner === undefined ? text : t('{0} of {1}', text.replace(POSSESSIVE, ''), owner.name);
}

function listSources(
  current: CaseState,
  index: CaseIndex,
  entity: Entity,
  names: ReadonlyMap<string, string>,
): string[] {
  const first = new Map<string, { mention: Mention; times: number }>();
  for (const { article, mention } of index.countedMentionsOf(entity)) {
    const seen = first.get(article.id);
    if (seen) seen.times++;
    else first.set(article.id, { mention, times: 1 });
  }
  return [...first].flatMap(([id, { mention, times }]) => {
    const source = current.sources.get(id);
    return source ? [`${link(names.get(id) ?? '', toLocation(source.snapshot, mention))} ×${times}`] : [];
  });
}

/** The latest quotations: articles with the latest date first, the last words of each first. */
function listQuotations(
  t: Translate,
  current: CaseState,
  index: CaseIndex,
  entity: Entity,
  names: ReadonlyMap<string, string>,
): string[] {
  const all = index.quotationsOf(entity).filter(({ quotation }) => quotation.content.length > 0);
  const latest = [...all].sort(
    (a, b) =>
      (b.article.facts.published ?? '').localeCompare(a.article.facts.published ?? '') ||
      Number(a.quotation.type === 'indirect') - Number(b.quotation.type === 'indirect') ||
      b.index - a.index,
  );
  const lines = latest.slice(0, MOST_QUOTATIONS).flatMap(({ article, quotation }) => {
    const source = current.sources.get(article.id);
    const [first] = quotation.content;
    if (source === undefined || first === undefined) return [];
    const words = shorten(textOf(article, quotation.content), 160);
    return [
      `- ${link(words, toLocation(source.snapshot, first))} — ${escapeText(names.get(article.id) ?? '')}`,
    ];
  });
  const more = all.length - lines.length;
  if (more > 0) lines.push(`- ${escapeText(count(t, more, '{0} more quotation', '{0} more quotations'))}`);
  return lines;
}
