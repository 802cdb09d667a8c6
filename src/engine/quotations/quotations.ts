/** Who is reported to have said what: direct, mixed and indirect quotations with cue, source and speaker. */
import type { Layout } from '../article/layout';
import type { Language } from '../language';
import type { Names } from '../names/names';
import { type Document, tokenAt } from '../text/document';
import type { Quotation } from '../types';
import { findSentenceSubject, type LastSpeaker } from './antecedent';
import { findAscribed } from './ascribed';
import { listCandidates } from './candidates';
import type { Draft } from './draft';
import { readJudgeFeatures } from './judgeFeatures';
import { findLabelled } from './labelled';
import { type QuotationModel, sumBinary } from './model';
import { createScratch, type Joined, propose, scoreGates } from './proposal';
import { type Reading, readQuotationMarks } from './reading';
import { type Accepted, settle } from './settle';
import { resolveSpeaker, type Speaker, unknown } from './speaker';
import { attachUnclaimed } from './unattributed';
import { readWords, type Words } from './words';

/** Candidates less likely than this (log odds) are not looked at further. */
export const GATE_FLOOR = -1.2;
/** Proposals less likely than this (log odds) are dropped. */
const JUDGE_FLOOR = -1;
/** Confidence in a speaker carried over from the words before, as a part of the confidence there. */
const CARRIED = 0.6;
/** Regions whose lines report no speech unless they hold quoted words. */
const FURNITURE = new Set(['boilerplate', 'byline', 'dateline']);

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
  const drafts = settle(acceptProposals(reading, words, joined, language.quotations), reading);
  const grown = attachUnclaimed(drafts, reading, joined);
  const labelled = findLabelled(reading, layout, names, grown);
  const colons = new Set(labelled.map(({ cue }) => cue?.start));
  const others = grown.filter(({ cue }) => cue === null || !colons.has(cue.start));
  const ascribed = findAscribed(reading, names, [...others, ...labelled]);
  const all = [...others, ...labelled, ...ascribed].filter((draft) => {
    const paragraph = reading.units[reading.unitOf[draft.from] ?? 0]?.paragraph ?? 0;
    return draft.quoted || !FURNITURE.has(layout.kinds[paragraph] ?? 'body');
  });
  all.sort((a, b) => startOf(a) - startOf(b) || a.from - b.from || a.to - b.to);
  const quotations: Quotation[] = [];
  let before: { readonly draft: Draft; readonly speaker: Speaker } | null = null;
  let last: LastSpeaker | null = null;
  for (const draft of all) {
    const { source, cue } = draft;
    const sentence = reading.sentenceOf[tokenAt(document.tokens, source?.start ?? startOf(draft))] ?? 0;
    const speaker: Speaker =
      source === null
        ? (readSubject(draft, sentence, document, names) ?? carryOver(draft, before, reading, joined))
        : resolveSpeaker(source, { document, names, sentence, cue, last });
    if (draft.quoted) before = { draft, speaker };
    if (speaker.entity !== null && names.entities[speaker.entity]?.kind === 'person')
      last = { entity: speaker.entity, sentence };
    quotations.push({
      type: draft.quoted ? (draft.plain ? 'mixed' : 'direct') : 'indirect',
      content: draft.content,
      cue,
      source,
      speaker: speaker.entity,
      confidence: round(speaker.confidence / (1 + Math.exp(-draft.odds))),
      reason: speaker.reason,
    });
  }
  return quotations;
}

function startOf({ content }: Draft): number {
  return content[0]?.start ?? 0;
}

/** A participle without a source of its own speaks for the subject of its sentence. */
function readSubject({ cue }: Draft, sentence: number, document: Document, names: Names): Speaker | null {
  const subject = cue === null ? null : findSentenceSubject(cue, sentence, document, names);
  return subject === null ? null : { ...subject, confidence: CARRIED };
}

/** Quoted words that name no source go on with the speaker of those right before them. */
function carryOver(
  draft: Draft,
  before: { readonly draft: Draft; readonly speaker: Speaker } | null,
  { units, unitOf }: Reading,
  joined: Joined,
): Speaker {
  const nobody = unknown('no source is named');
  if (before === null || !draft.quoted || before.speaker.entity === null) return nobody;
  const own = unitOf[draft.from] ?? 0;
  const last = unitOf[before.draft.to] ?? 0;
  const from = units[last]?.paragraph;
  const to = units[own]?.paragraph;
  if (own - last > 1 || own < last || from === undefined || to === undefined || !joined(from, to))
    return nobody;
  return {
    entity: before.speaker.entity,
    confidence: before.speaker.confidence * CARRIED,
    reason: 'goes on from the sentence before',
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Runs gate, tagger and judge over all candidates; the result is ordered by cue. */
export function acceptProposals(
  reading: Reading,
  words: Words,
  joined: Joined,
  model: QuotationModel,
): Accepted[] {
  const scratch = createScratch();
  const accepted: Accepted[] = [];
  const candidates = listCandidates(reading.document);
  const gates = scoreGates(reading, words, candidates, model, scratch);
  for (const at of candidates) {
    if ((gates[at] ?? -Infinity) < GATE_FLOOR) continue;
    const proposal = propose(reading, words, at, gates, joined, model, scratch);
    if (proposal.contents.length === 0) continue;
    readJudgeFeatures(proposal, reading, words, scratch.features);
    const odds = sumBinary(model.judge, scratch.features.values, scratch.features.size);
    if (odds >= JUDGE_FLOOR) accepted.push({ ...proposal, odds });
  }
  return accepted;
}
