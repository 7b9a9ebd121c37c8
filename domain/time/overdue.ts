/**
 * 超时: overdue is answered (or, while unanswered, now) strictly after the deadline; an answer at the very millisecond is on time.
 * The one definition: timer, screens, score and exports all ask here.
 */
export function isOverdue(dueAt: number, answeredAtOrNow: number): boolean {
  return answeredAtOrNow > dueAt
}
