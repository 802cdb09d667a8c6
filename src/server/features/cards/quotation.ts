/** The card of a quotation: speaker, cue, why, and the same utterance in other sources. */
import type { Article, QuotationType } from '../../../engine';
import type { CaseState } from '../../cases';
import { toLocation } from '../../convert';
import { extent, textOf } from '../../find';
import { escapeKeepingEnds, escapeText, link, shorten } from '../../markdown';
import { nameApart } from '../../names';
import type { Translate } from '../../translate';
import { compareWording, findSameUtterance } from '../../utterances';

const MOST_OTHERS = 5;

export function describeQuotation(t: Translate, current: CaseState, article: Article, at: number): string {
  const quotation = article.facts.quotations[at];
  if (quotation === undefined) return '';
  const index = current.index();
  const speaker = index.entityOf(article.id, quotation.speaker);
  const who = speaker?.name ?? t('speaker unknown');
  const cue = quotation.cue && article.text.slice(quotation.cue.start, quotation.cue.end);
  const head = [`**${escapeText(who)}**`, escapeText(nameType(t, quotation.type))];
  if (cue) head.push(`${escapeText(t('cue'))} “${escapeText(cue)}”`);
  const lines = [head.join(' · ')];
  if (quotation.reason !== '') lines.push(`*${escapeText(quotation.reason)}*`);

  const others = findSameUtterance(index, article, at).slice(0, MOST_OTHERS);
  if (others.length > 0) {
    const names = nameApart(index.articles);
    const here = textOf(article, quotation.content);
    lines.push(escapeText(t('The same words elsewhere (what differs is marked):')));
    const items = others.flatMap((other) => {
      const there = current.sources.get(other.article.id);
      if (there === undefined) return [];
      const place = toLocation(there.snapshot, extent(other.content));
      return [`- ${link(names.get(other.article.id) ?? '', place)}: ${markWording(here, other.text)}`];
    });
    lines.push(items.join('\n'));
  }
  return lines.join('\n\n');
}

/** Below this share of common letters, marks would hide more than they show. */
const LEAST_COMMON = 0.4;

/**
 * The other wording with its own words in bold and words that only stand here struck out; without marks when the two
 * have little in common.
 */
export function markWording(here: string, there: string): string {
  const pieces = compareWording(here, shorten(there));
  const common = pieces.reduce(
    (sum, { text, change }) => sum + (change === 'same' ? text.trim().length : 0),
    0,
  );
  if (common < LEAST_COMMON * Math.min(here.length, there.length)) return escapeText(shorten(there));
  const marked = pieces.map(({ text, change }) => {
    if (change === 'same') return escapeKeepingEnds(text);
    const mark = change === 'added' ? '**' : '~~';
    const inner = text.trim();
    if (inner === '') return change === 'added' ? ' ' : '';
    return escapeKeepingEnds(text).replace(escapeText(inner), () => `${mark}${escapeText(inner)}${mark}`);
  });
  return marked.join('');
}

export function nameType(t: Translate, type: QuotationType): string {
  return {
    direct: t('quoted word for word'),
    mixed: t('partly quoted'),
    indirect: t('reported, not quoted'),
  }[type];
}
