/** The Claims view: one node a matter, with the sources that agree or disagree about it. */
import { type Claim, type Entity, SEVERITIES } from '../../engine';
import type { TreeOptions } from '../../protocol/messages';
import type { CaseIndex } from '../caseIndex';
import type { CaseState } from '../cases';
import { escapeText } from '../markdown';
import { listMatters, type MatterView } from '../matters';
import { nameApart, nameSeverities, SEVERITY_ICONS } from '../names';
import { count, type Translate } from '../translate';
import { compareDates, compareNames } from './filter';
import { spanLeaf } from './leaves';
import type { Branch } from './tree';

/** Matters about which sources disagree come first, then those that most sources report. */
export function buildClaims(t: Translate, current: CaseState, { sort, group }: TreeOptions): Branch[] {
  const index = current.index();
  const matters = sortMatters(listMatters(index), sort);
  const toBranch = (matter: MatterView) => matterBranch(t, current, index, matter);
  if (group !== 'severity') return matters.map(toBranch);
  return [...SEVERITIES, 'agreed' as const].flatMap((severity): Branch[] => {
    const members = matters.filter(({ conflicts: [worst] }) => (worst?.severity ?? 'agreed') === severity);
    if (members.length === 0) return [];
    return [
      {
        key: severity,
        label: severity === 'agreed' ? t('No disagreement found') : nameSeverities(t, severity),
        description: String(members.length),
        ...(severity === 'agreed' ? { icon: 'check' } : SEVERITY_ICONS[severity]),
        context: 'severity',
        isGroup: true,
        expanded: severity !== 'agreed',
        expand: () => members.map(toBranch),
      },
    ];
  });
}

function sortMatters(matters: readonly MatterView[], sort: TreeOptions['sort']): readonly MatterView[] {
  if (sort === undefined) return matters;
  const latest = ({ claims }: MatterView) =>
    claims
      .map(({ article }) => article.facts.published ?? '')
      .sort()
      .at(-1);
  const orders: Readonly<Record<NonNullable<typeof sort>, (a: MatterView, b: MatterView) => number>> = {
    count: (a, b) => b.sources - a.sources,
    name: (a, b) => compareNames(a.label, b.label),
    newest: (a, b) => compareDates(latest(a), latest(b)),
  };
  return [...matters].sort(orders[sort]);
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
    describe: () =>
      matter.conflicts.map(({ message }) => escapeText(message)).join('\n\n') || escapeText(matter.label),
    ...(worst ? SEVERITY_ICONS[worst.severity] : { icon: 'check' }),
    context: 'matter',
    subject: `matter:${matter.key}`,
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
