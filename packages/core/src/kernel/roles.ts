/** The roles of R58. */
export const ROLES = [
  'minister',
  'vice-minister',
  'bureau-head',
  'team-head',
  'team-member',
  'reviewer',
  'petition-handler',
  'performance-manager',
  'tenant-admin',
  'auditor',
  'bureau-admin',
  'evaluator',
  'committee-member',
  'consultant',
  'judge',
] as const

export type Role = (typeof ROLES)[number]
