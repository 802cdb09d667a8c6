/** The comparison board: one story of one case, as plain data for all four tabs. */
import type { Story } from '../../engine';
import type { Board, BoardStory } from '../../protocol/board';
import type { CaseState } from '../cases';
import { nameArticle } from '../names';
import type { Translate } from '../translate';
import { buildDates } from './dates';
import { buildMatters } from './matrix';
import { compareText, createScene, describeSources } from './scene';
import { buildSpeakers } from './speakers';
import { buildUtterances } from './utterances';

export const EMPTY_BOARD: Board = {
  stories: [],
  story: null,
  sources: [],
  matters: [],
  dates: [],
  utterances: [],
  speakers: [],
};

interface Choice {
  readonly current: CaseState;
  readonly story: Story;
  readonly entry: BoardStory;
}

/** @param wanted id of a story; without it, or when it is gone, the one with most sources is shown */
export function buildBoard(t: Translate, cases: readonly CaseState[], wanted: string | undefined): Board {
  const choices = listStories(cases);
  const chosen = choices.find(({ entry }) => entry.id === wanted) ?? choices[0];
  if (chosen === undefined) {
    return EMPTY_BOARD;
  }
  const scene = createScene(t, chosen.current, chosen.story);
  return {
    stories: choices.map(({ entry }) => entry),
    story: chosen.entry.id,
    sources: describeSources(scene),
    matters: buildMatters(scene),
    dates: buildDates(scene),
    utterances: buildUtterances(scene),
    speakers: buildSpeakers(scene),
  };
}

/** Stories that several sources tell; those of a single source only where there are no others. */
function listStories(cases: readonly CaseState[]): Choice[] {
  const filled = cases.filter(({ sources }) => sources.size > 0);
  const choices = filled.flatMap((current) =>
    current.index().result.stories.map((story): Choice => {
      const members = new Set(story.articles);
      const { result } = current.index();
      const conflicts = result.conflicts.filter(({ evidence }) =>
        evidence.some(({ article }) => members.has(article)),
      ).length;
      const label = labelOf(current, story);
      return {
        current,
        story,
        entry: {
          // A story's first article stays its first through most edits: what is chosen stays chosen.
          id: `${current.folder} ${[...story.articles].sort()[0] ?? ''}`,
          label: filled.length > 1 && current.name !== '' ? `${current.name}: ${label}` : label,
          sources: story.articles.length,
          conflicts,
        },
      };
    }),
  );
  const shared = choices.filter(({ entry }) => entry.sources > 1);
  return (shared.length > 0 ? shared : choices).sort(
    (a, b) =>
      b.entry.sources - a.entry.sources ||
      b.entry.conflicts - a.entry.conflicts ||
      compareText(a.entry.id, b.entry.id),
  );
}

function labelOf(current: CaseState, { articles }: Story): string {
  const index = current.index();
  const members = articles.flatMap((id) => index.article(id) ?? []);
  const headline = members.find(({ facts }) => facts.headline !== null)?.facts.headline;
  const [first] = members;
  return headline ?? (first === undefined ? '' : nameArticle(first));
}
