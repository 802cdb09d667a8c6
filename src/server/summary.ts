/** What a run came to, in numbers: for badge, status and tests. */
import type { Entity } from '../engine';
import type { Settled } from '../protocol/messages';
import type { CaseIndex } from './caseIndex';
import type { CaseState } from './cases';
import { type FolderSettings, isWanted } from './visible';

export function summarize(
  cases: readonly CaseState[],
  { revision, milliseconds }: { readonly revision: number; readonly milliseconds: number },
  settings: FolderSettings,
): Settled {
  const indexes = cases.map((current) => current.index());
  const conflicts = cases.flatMap((current) => {
    const wanted = settings.of(current.folder);
    return current.index().result.conflicts.filter((conflict) => isWanted(conflict, wanted));
  });
  const problems = cases.flatMap(({ sources, unreadable }) => [
    ...[...unreadable].map(([uri, message]) => ({ uri, message })),
    ...[...sources.values()].flatMap(({ uri, notes, article }) =>
      [...notes, ...article.facts.problems.map(({ message }) => message)].map((message) => ({
        uri,
        message,
      })),
    ),
  ]);
  return {
    revision,
    milliseconds,
    articles: sum(indexes.map(({ articles }) => articles.length)),
    people: sum(
      indexes.map((index) => index.result.entities.filter((one) => isPersonOfProse(index, one)).length),
    ),
    claims: sum(indexes.flatMap(({ articles }) => articles.map(({ facts }) => facts.claims.length))),
    findings: conflicts.filter(({ severity }) => severity !== 'variation').length,
    conflicts: conflicts.length,
    problems,
  };
}

/** Whether somebody is a person whom the articles themselves speak of, not only a teaser. */
export function isPersonOfProse(index: CaseIndex, entity: Entity): boolean {
  return entity.kind === 'person' && index.mentionsOf(entity).some(({ inProse }) => inProse);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
