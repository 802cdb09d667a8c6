/** Turns what the user rules into a change of the decisions file; the client stores the text. */
import {
  type Change,
  changeDecisions,
  type Decision,
  type DecisionFile,
  decideConflict,
  decideMention,
  decideQuotation,
  type Entity,
  type EntityVerdict,
  joinDecisions,
  type Lock,
  NO_DECISIONS,
  type Occasion,
  parseDecisions,
  putDecision,
  serializeDecisions,
  type Target,
  tellingMention,
} from '../../engine';
import type { DecideParams, DecideResult, Ruling } from '../../protocol/decisions';
import { type CaseState, pathIn } from '../cases';
import type { Translate } from '../translate';
import { type Found, findConflict, findTarget } from './target';

/** What all texts say together: a folder's file, and what lies in the extension's storage. */
export function joinTexts(texts: readonly string[]): DecisionFile {
  return texts.map(parseDecisions).reduce(joinDecisions, NO_DECISIONS);
}

export function decide(t: Translate, cases: readonly CaseState[], params: DecideParams): DecideResult {
  const file = joinTexts(params.texts);
  if (file.locked !== null) return { problem: explainLock(t, file.locked) };
  const change = findChange(cases, params);
  const changed = change && changeDecisions(file, change);
  if (changed === undefined) {
    return { problem: t('What you decided about is no longer there.') };
  }
  return { text: serializeDecisions(changed.file), undo: changed.undo };
}

export function explainLock(t: Translate, lock: Lock): string {
  return {
    newer: t(
      'The decisions were written by a newer version of Counterclaim: what this version understands applies, and nothing is changed until Counterclaim is updated.',
    ),
    damaged: t(
      'The file with the decisions is damaged: nothing is changed in it until it is repaired or removed.',
    ),
    'too-large': t('The file with the decisions is too large to be one: it is not read and not changed.'),
  }[lock];
}

function findChange(cases: readonly CaseState[], params: DecideParams): Change | undefined {
  const { folder, target, ruling, note, time } = params;
  if (ruling.type === 'undo') return ruling.change;
  if (ruling.type === 'withdraw') return { type: 'remove', id: ruling.id };
  const found = findTarget(cases, { ...target, folder });
  if (found === undefined) return undefined;
  if (ruling.type === 'reopen') {
    const verdict = found.conflicts[0]?.verdict;
    return verdict && { type: 'remove', id: verdict.decision };
  }
  const occasion: Occasion = { time, note, toPath: (uri) => pathIn(folder, uri) };
  const decision = makeDecision(found, ruling, occasion);
  return decision && putDecision(decision);
}

function makeDecision(
  found: Found,
  ruling: Exclude<Ruling, { readonly type: 'undo' | 'withdraw' | 'reopen' }>,
  occasion: Occasion,
): Decision | undefined {
  const { current, conflicts, entity, mention, quotation } = found;
  const index = current.index();
  switch (ruling.type) {
    case 'accept':
    case 'dismiss': {
      const conflict = conflicts[0] && findConflict(current, conflicts[0].id);
      const articles = new Map(index.articles.map((article) => [article.id, article]));
      const verdict = ruling.type === 'accept' ? 'accept' : ruling.reason;
      return conflict && decideConflict(conflict, verdict, articles, occasion);
    }
    case 'speaker': {
      if (quotation === undefined) return undefined;
      const { article } = quotation;
      const { speaker } = ruling;
      const who = speaker !== null && 'id' in speaker ? index.entity(speaker.id) : undefined;
      const said = who && targetOf(current, who, article.id);
      if (speaker !== null && 'id' in speaker && said === undefined) return undefined;
      const name = speaker !== null && 'name' in speaker ? speaker.name : null;
      return decideQuotation(article, quotation.quotation, said ?? name, occasion);
    }
    case 'split':
      return (
        mention && decideMention(ruling, [{ article: mention.article, span: mention.mention }], occasion)
      );
    case 'merge': {
      const other = index.entity(ruling.other);
      if (entity === undefined || other === undefined || other === entity) return undefined;
      const pair = [entity, other].sort((a, b) => b.members.length - a.members.length);
      const targets = pair.flatMap((one) => targetOf(current, one) ?? []);
      return targets.length === 2 ? decideMention({ type: 'merge' }, targets, occasion) : undefined;
    }
    default: {
      const target = entity && targetOf(current, entity);
      return target && decideMention(verdictOf(ruling), [target], occasion);
    }
  }
}

function verdictOf(
  ruling: Extract<Ruling, { readonly type: 'rename' | 'kind' | 'not-a-name' }>,
): EntityVerdict {
  switch (ruling.type) {
    case 'rename':
      return { type: 'rename', name: ruling.name };
    case 'kind':
      return { type: 'kind', kind: ruling.kind };
    case 'not-a-name':
      return { type: 'not-a-name' };
  }
}

/** The mention that tells an entity best, in the article asked for when it has one there. */
function targetOf(current: CaseState, entity: Entity, preferred?: string): Target | undefined {
  const all = current.index().mentionsOf(entity);
  const near = all.filter(({ article }) => article.id === preferred);
  const pool = near.some(({ mention }) => mention.form === 'name') ? near : all;
  const best = tellingMention(pool.map(({ mention }) => mention));
  const found = pool.find(({ mention }) => mention === best);
  return found && { article: found.article, span: found.mention };
}
