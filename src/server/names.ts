/** How things are called in front of the user: articles, kinds, severities. */
import type { Article, ConflictKind, DismissReason, EntityKind, Severity } from '../engine';
import type { Translate } from './translate';

/** The outlet as the article names itself; where it names none, the file. */
export function nameArticle(article: Article): string {
  return article.facts.outlet ?? nameFile(article.id);
}

/** Last part of a URI or path, readable. */
export function nameFile(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Articles whose name another article of the case has too are told apart by their file. */
export function nameApart(articles: readonly Article[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  for (const article of articles) {
    const name = nameArticle(article);
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return new Map(
    articles.map((article) => {
      const name = nameArticle(article);
      const file = nameFile(article.id);
      return [article.id, (seen.get(name) ?? 0) > 1 && name !== file ? `${name} (${file})` : name];
    }),
  );
}

export function nameEntityKind(t: Translate, kind: EntityKind): string {
  return { person: t('person'), organization: t('organization'), place: t('place') }[kind];
}

export function nameConflictKind(t: Translate, kind: ConflictKind): string {
  const names: Readonly<Record<ConflictKind, string>> = {
    number: t('Numbers'),
    time: t('Times'),
    place: t('Places'),
    actor: t('Who did it'),
    attribution: t('Who said it'),
    wording: t('Wording of quotations'),
    polarity: t('Yes or no'),
    modality: t('Done or only planned'),
    identity: t('Names and offices'),
  };
  return names[kind];
}

export function nameSeverity(t: Translate, severity: Severity): string {
  return {
    contradiction: t('contradiction'),
    discrepancy: t('discrepancy'),
    variation: t('variation'),
  }[severity];
}

export function nameSeverities(t: Translate, severity: Severity): string {
  return {
    contradiction: t('Contradictions'),
    discrepancy: t('Discrepancies'),
    variation: t('Variations'),
  }[severity];
}

export function nameDismissal(t: Translate, reason: DismissReason): string {
  const names: Readonly<Record<DismissReason, string>> = {
    'different-event': t('not the same event'),
    'no-conflict': t('not a conflict'),
    superseded: t('superseded by a later report'),
    other: t('another reason'),
  };
  return names[reason];
}

/** Codicon and theme colour of a severity: never told by colour alone. */
export const SEVERITY_ICONS: Readonly<Record<Severity, { readonly icon: string; readonly color: string }>> = {
  contradiction: { icon: 'warning', color: 'list.warningForeground' },
  discrepancy: { icon: 'info', color: 'editorInfo.foreground' },
  variation: { icon: 'lightbulb', color: 'descriptionForeground' },
};

export const ENTITY_ICONS: Readonly<Record<EntityKind, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
};
