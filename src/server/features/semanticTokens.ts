/** Semantic tokens: people, organisations, places, cues, speakers, boilerplate. */
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { ArticleFacts, Span } from '../../engine';
import type { Source } from '../cases';
import { type Snapshot, splitAtLines } from '../convert';

/** Token types in the order of their numbers; package.json gives each a description and TextMate scopes. */
export const TOKEN_TYPES = ['person', 'organization', 'place', 'cue', 'speaker', 'boilerplate'] as const;
export const TOKEN_MODIFIERS = ['speaking'] as const;
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};

type TokenType = (typeof TOKEN_TYPES)[number];
interface Token extends Span {
  readonly type: TokenType;
  readonly speaking: boolean;
}

export function provideSemanticTokens({ article, snapshot }: Source, within?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of collectTokens(article.facts, snapshot)) {
    if (within && (token.end <= within.start || token.start >= within.end)) continue;
    const { line, character } = snapshot.positionAt(token.start);
    const type = TOKEN_TYPES.indexOf(token.type);
    builder.push(line, character, token.end - token.start, type, token.speaking ? 1 : 0);
  }
  return builder.build();
}

/** Tokens in order, none overlapping: names win over cues, cues over the rest of a speaker's words. */
export function collectTokens(facts: ArticleFacts, snapshot: Snapshot): Token[] {
  const sources = facts.quotations.flatMap(({ source }) => (source ? [source] : []));
  const speaking = coverage(sources);
  const candidates: Token[] = [];
  const add = (span: Span, type: TokenType, isSpeaking = false) => {
    for (const part of splitAtLines(snapshot, span)) candidates.push({ ...part, type, speaking: isSpeaking });
  };
  for (const mention of facts.mentions) {
    if (mention.form === 'name') add(mention, mention.kind, speaking(mention.start));
  }
  for (const { cue } of facts.quotations) if (cue) add(cue, 'cue');
  for (const part of uncover(sources, candidates)) add(part, 'speaker', true);
  const taken = candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const dimmed: Token[] = [];
  for (const region of facts.regions) {
    if (region.kind !== 'boilerplate') continue;
    for (const part of splitAtLines(snapshot, region)) {
      dimmed.push({ ...part, type: 'boilerplate', speaking: false });
    }
  }
  const inDimmed = coverage(dimmed);
  return dropOverlaps([...dimmed, ...taken.filter(({ start }) => !inDimmed(start))]);
}

/** Tells in logarithmic time whether an offset lies in one of `spans`. */
function coverage(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let reach = 0;
  const reaches = sorted.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reaches[low - 1] ?? 0) > offset;
  };
}

/** The parts of each span that no token covers; both lists are swept once, in order. */
function uncover(spans: readonly Span[], tokens: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const taken = [...tokens].sort((a, b) => a.start - b.start);
  const parts: Span[] = [];
  let next = 0;
  let reached = 0;
  for (const span of ordered) {
    let start = Math.max(span.start, reached);
    while (next < taken.length && (taken[next]?.start ?? 0) < span.end) {
      const token = taken[next++];
      if (token === undefined || token.end <= start) continue;
      if (token.start > start) parts.push({ start, end: token.start });
      start = token.end;
    }
    if (start < span.end) parts.push({ start, end: span.end });
    reached = Math.max(start, span.end);
  }
  return parts;
}

function dropOverlaps(tokens: Token[]): Token[] {
  tokens.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Token[] = [];
  let reached = 0;
  for (const token of tokens) {
    if (token.start < reached || token.end <= token.start) continue;
    kept.push(token);
    reached = token.end;
  }
  return kept;
}
