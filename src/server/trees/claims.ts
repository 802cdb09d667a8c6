/** The Claims view: one node a matter, with the sources that agree or disagree about it. */
import type { Claim, Entity } from '../../engine';
import type { CaseIndex } from '../caseIndex';
import type { CaseState } from '../cases';
import { escapeText } from '../markdown';
import { listMatters, type MatterView } from '../matters';
import { nameApart, SEVERITY_ICONS } from '../names';
import { count, type Translate } from '../translate';
import { spanLeaf } from './leaves';
import type { Branch } from './tree';

/** Matters about which sources disagree come first, then those that most sources report. */
export function buildClaims(t: Translate, current: CaseState): Branch[] {
  const index = current.index();
  return listMatters(index).map((matter) => matterBranch(t, current, index, matter));
}

function matterBranch(t: Translate, current: CaseState, index: CaseIndex, matter: MatterView): Branch {
  const facts = [count(t, matter.sources, '{0} source', '{0} sources')];
  const disagree = matter.conflicts.length;
  facts.push(
    disagree === 0 ? t('no disagreement found') : count(t, disagree, '{0} conflict', '{0} conflicts'),
  );
  const [worst] = matter.conflicts;
  const [place] = matter.claims.flatMap(({ article, claim }) =>
    spanLeaf(current, article, claim, { key: matter.key, icon: 'check', context: 'matter' }),
  );
  return {
    key: matter.key,
    label: matter.label,
    description: facts.join(' · '),
    tooltip:
      matter.conflicts.map(({ message }) => escapeText(message)).join('\n\n') || escapeText(matter.label),
    ...(worst ? SEVERITY_ICONS[worst.severity] : { icon: 'check' }),
    context: 'matter',
    ...(place?.location ? { location: place.location } : {}),
    expand: () => buildSides(current, index, matter),
  };
}

/** Claims of a matter by source; those that a conflict rests on say which side they take. */
function buildSides(current: CaseState, index: CaseIndex, matter: MatterView): Branch[] {
  const names = nameApart(index.articles);
  return matter.claims.flatMap(({ article, claim, at }) => {
    const side = sideOf(matter, article.id, claim);
    const speaker = speakerOf(index, article.id, claim);
    const name = names.get(article.id) ?? '';
    return spanLeaf(current, article, claim, {
      key: `${article.id} ${at}`,
      icon: side === undefined ? 'check' : 'arrow-swap',
      context: 'claim',
      description: [name, ...(speaker ? [speaker.name] : []), ...(side === undefined ? [] : [side])].join(
        ' · ',
      ),
    });
  });
}

function sideOf(matter: MatterView, article: string, claim: Claim): string | undefined {
  for (const { evidence, sides } of matter.conflicts) {
    const found = evidence.find(
      (one) => one.article === article && one.start < claim.end && one.end > claim.start,
    );
    if (found) return sides[found.side];
  }
  return undefined;
}

function speakerOf(index: CaseIndex, article: string, claim: Claim): Entity | undefined {
  const quotation =
    claim.quotation === null ? undefined : index.article(article)?.facts.quotations[claim.quotation];
  return quotation && index.entityOf(article, quotation.speaker);
}
