/** Makes decisions about things of a case as it is now, each with the anchors that will find them again. */
import { fingerprint } from '../conflicts/fingerprint';
import type { Article, Conflict, DismissReason, EntityKind, Mention, Quotation, Span } from '../types';
import { type Collapsed, collapseSpaces, createAnchor } from './anchor';
import type { Anchor, ConflictDecision, Decision } from './types';

/** What all decisions of one moment share. */
export interface Occasion {
  /** ISO date-time. */
  readonly time: string;
  readonly note: string;
  /** The path from the case folder, with `/`, of an article's id. */
  readonly toPath: (id: string) => string;
}

/** Longest note, in UTF-16 units. */
const LONGEST_NOTE = 2000;

export function decideConflict(
  conflict: Conflict,
  verdict: DismissReason | 'accept',
  articles: ReadonlyMap<string, Article>,
  occasion: Occasion,
): ConflictDecision {
  const collapsed = new Map<string, Collapsed>();
  const anchors = conflict.evidence.flatMap((evidence) => {
    const article = articles.get(evidence.article);
    if (article === undefined) return [];
    const source = collapsed.get(article.id) ?? collapseSpaces(article.text);
    collapsed.set(article.id, source);
    return createAnchor(occasion.toPath(article.id), source, evidence) ?? [];
  });
  const isAccepted = verdict === 'accept';
  return {
    id: `conflict-${conflict.id}`,
    type: isAccepted ? 'accept' : 'dismiss',
    conflict: conflict.id,
    kind: conflict.kind,
    reason: isAccepted ? null : verdict,
    sides: conflict.sides,
    ...stamp(occasion),
    anchors,
  };
}

/** A place in an article that a decision is about. */
export interface Target {
  readonly article: Article;
  readonly span: Span;
}

export type EntityVerdict =
  | { readonly type: 'merge' | 'not-a-name' }
  | { readonly type: 'split'; readonly scope: 'mention' | 'article' }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'kind'; readonly kind: EntityKind };

/** @param targets a mention; of a merge the one who stays, then the one who is the same */
export function decideMention(
  verdict: EntityVerdict,
  targets: readonly Target[],
  occasion: Occasion,
): Decision | undefined {
  const anchors = anchorsOf(targets, occasion);
  if (anchors.length < targets.length) return undefined;
  return { id: idOf(verdict.type, anchors), ...verdict, ...stamp(occasion), anchors };
}

/** @param speaker a mention of the speaker, or a name that no article has, or `null`: nobody can tell */
export function decideQuotation(
  article: Article,
  quotation: Quotation,
  speaker: Target | string | null,
  occasion: Occasion,
): Decision | undefined {
  const [span] = quotation.content;
  if (span === undefined) return undefined;
  const isNamed = typeof speaker === 'string';
  const targets = speaker === null || isNamed ? [] : [speaker];
  const anchors = anchorsOf([{ article, span }, ...targets], occasion);
  if (anchors.length < 1 + targets.length) return undefined;
  const name = isNamed ? speaker : null;
  return { id: idOf('speaker', anchors.slice(0, 1)), type: 'speaker', name, ...stamp(occasion), anchors };
}

/** The mention that tells an entity best: a name, the longest, the first of them. */
export function tellingMention(mentions: readonly Mention[]): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (best === undefined || rate(mention) > rate(best)) best = mention;
  }
  return best;
}

function rate({ form, start, end }: Mention): number {
  return (form === 'name' ? 1e6 : 0) + end - start;
}

function anchorsOf(targets: readonly Target[], { toPath }: Occasion): Anchor[] {
  return targets.flatMap(
    ({ article, span }) => createAnchor(toPath(article.id), collapseSpaces(article.text), span) ?? [],
  );
}

function stamp({ time, note }: Occasion): Pick<Decision, 'time' | 'note'> {
  return { time, note: note.trim().slice(0, LONGEST_NOTE) };
}

function idOf(type: string, anchors: readonly Anchor[]): string {
  const parts = anchors.flatMap(({ article, exact, prefix, suffix }) => [article, exact, prefix, suffix]);
  return `${type}-${fingerprint(parts)}`;
}
