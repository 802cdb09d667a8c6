/** The sidebar's views and what fills each. */
import type { ViewName } from '../../protocol/names';
import { buildArticles } from './articles';
import { buildClaims } from './claims';
import { buildConflicts } from './conflicts';
import { buildPeople } from './people';
import type { BuildRoots } from './tree';

export const VIEW_ROOTS: Readonly<Record<ViewName, BuildRoots>> = {
  people: buildPeople,
  claims: buildClaims,
  conflicts: buildConflicts,
  articles: buildArticles,
};
