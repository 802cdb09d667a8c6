/** Who is reported to have said what: direct, mixed and indirect quotations with cue, source and speaker. */
import type { Layout } from '../article/layout';
import type { Language } from '../language';
import type { Names } from '../names/names';
import type { Document } from '../text/document';
import type { Quotation } from '../types';
import { listCandidates } from './candidates';
import { readJudgeFeatures } from './judgeFeatures';
import { JUDGE_ROWS, type QuotationModel } from './model';
import {
  createScratch,
  type Joined,
  type Proposal,
  propose,
  type Scratch,
  scoreGate,
  typeOf,
} from './proposal';
import { type Reading, readQuotationMarks } from './reading';
import { resolveSpeaker, unknown } from './speaker';
import { readWords, type Words } from './words';

/** Candidates less likely than this (log odds) are not looked at further. */
export const GATE_FLOOR = -2.5;
/** Proposals less likely than this (log odds) are dropped. */
const JUDGE_FLOOR = -0.3;

/** A proposal that the judge let pass. */
export interface Accepted extends Proposal {
  /** Log odds that this is reported speech or thought with about this content. */
  readonly odds: number;
}

/** Finds the quotations of an article, ordered by the start of their content. */
export function findQuotations(
  document: Document,
  layout: Layout,
  names: Names,
  language: Language,
): Quotation[] {
  const reading = readQuotationMarks(document);
  const words = readWords(document);
  const joined: Joined = (a, b) => layout.kinds[a] === layout.kinds[b];
  return acceptProposals(reading, words, joined, language.quotations)
    .map((accepted): Quotation => {
      const { contents, source, cue } = accepted;
      const token = document.tokens[cue];
      const speaker =
        source === null ? unknown('no source is named') : resolveSpeaker(source, document, names);
      return {
        type: typeOf(accepted, document),
        content: contents.map(({ start, end }) => ({ start, end })),
        cue: token === undefined ? null : { start: token.start, end: token.end },
        source: source === null ? null : { start: source.start, end: source.end },
        speaker: speaker.entity,
        confidence: round(speaker.confidence / (1 + Math.exp(-accepted.odds))),
        reason: speaker.reason,
      };
    })
    .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Runs gate, tagger and judge over all candidates. */
export function acceptProposals(
  reading: Reading,
  words: Words,
  joined: Joined,
  model: QuotationModel,
  scratch: Scratch = createScratch(),
): Accepted[] {
  const accepted: Accepted[] = [];
  for (const at of listCandidates(reading.document)) {
    const gate = scoreGate(reading, words, at, model, scratch);
    if (gate < GATE_FLOOR) continue;
    const proposal = propose(reading, words, at, gate, joined, model, scratch);
    if (proposal.contents.length === 0) continue;
    readJudgeFeatures(proposal, reading, words, scratch.features);
    const { values, size } = scratch.features;
    let sum = 0;
    for (let i = 0; i < size; i++) sum += model.judge[(values[i] ?? 0) & (JUDGE_ROWS - 1)] ?? 0;
    const odds = sum * model.judgeScale;
    if (odds >= JUDGE_FLOOR) accepted.push({ ...proposal, odds });
  }
  return accepted;
}
