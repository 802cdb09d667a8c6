/** The engine's façade: what server, command line and tests import. */
import { analyzeArticle } from './analyze';
import { createLanguage } from './language';
import type { Resources } from './resources';
import { readDocument } from './text/read';
import type { ArticleFacts, ArticleInput, Span } from './types';

export { parseSidecar, type Sidecar } from './article/sidecar';
export { type Case, createCase } from './case/case';
export type { Matter, MatterClaim } from './case/matters';
export type { SharedUtterance, UtteranceEnd } from './case/shared';
export {
  type Change,
  changeDecisions,
  DECISIONS_PATH,
  joinDecisions,
  listDecisions,
  putDecision,
  serializeDecisions,
} from './decisions/file';
export {
  decideConflict,
  decideMention,
  decideQuotation,
  type EntityVerdict,
  type Occasion,
  type Target,
  tellingMention,
} from './decisions/make';
export { NO_DECISIONS, parseDecisions } from './decisions/parse';
export type { Anchor, Decision, DecisionFile, Entry, Lock } from './decisions/types';
export { collectResources, RESOURCE_FILES, type Resources } from './resources';
export { type Decoded, decodeArticle, describeBlank, MOST_BYTES } from './text/decode';
export type * from './types';
export { CONFLICT_KINDS, DISMISS_REASONS, SEVERITIES } from './types';

export interface Engine {
  /** Analyses one article; never throws on any text. */
  analyze(input: ArticleInput): ArticleFacts;
  /** The sentences of a text, in order, none overlapping; blank text has none. */
  splitSentences(text: string): readonly Span[];
}

/** @throws SyntaxError when a resource is damaged (a broken installation, not user input) */
export function createEngine(resources: Resources): Engine {
  const language = createLanguage(resources);
  return {
    analyze: (input) => analyzeArticle(input, language),
    splitSentences: (text) =>
      readDocument(text, language.tag).sentences.map(({ start, end }) => ({ start, end })),
  };
}
