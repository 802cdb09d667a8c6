/** Which of two articles of one story was written later, as far as they say. */
import { daysBetween } from '../claims/calendar';
import type { ArticleFacts, PrintedDate } from '../types';

/**
 * @returns below 0: `a` is the earlier; above 0: the later; 0: of one day and hour as far as they say;
 *   `null` when one of them does not say
 */
export function compareMoments(a: ArticleFacts, b: ArticleFacts): number | null {
  const days = compareDays(a, b);
  if (days !== 0) return days;
  const [one, other] = [a.printed?.minutes, b.printed?.minutes];
  return typeof one === 'number' && typeof other === 'number' ? one - other : 0;
}

function compareDays(a: ArticleFacts, b: ArticleFacts): number | null {
  if (a.published !== null && b.published !== null) return -daysBetween(a.published, b.published);
  const [one, other] = [ordinalDay(a.printed), ordinalDay(b.printed)];
  return one === null || other === null ? null : one - other;
}

/** Puts the days of a year in order; articles of one story are taken to be of one year. */
function ordinalDay(printed: PrintedDate | null): number | null {
  const { month = null, day = null } = printed ?? {};
  return month === null || day === null ? null : month * 31 + day;
}
