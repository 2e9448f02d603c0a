/** What a card's 실적 is made of: schedules, memo reports, document reports, agenda items, dispatches received, campaigns, petitions. */
export type AchievementKind =
  | 'schedule'
  | 'memo-report'
  | 'document-report'
  | 'agenda-item'
  | 'dispatch-received'
  | 'campaign'
  | 'petition'
