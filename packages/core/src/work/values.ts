/** 공공기록물법 시행령 §26: years of keeping, 준영구 or 영구, counted from 1 January after completion. */
export const RETENTIONS = ['1', '3', '5', '10', '30', 'semi-permanent', 'permanent'] as const
export type Retention = (typeof RETENTIONS)[number]

/** 공개여부 (정보공개법 §9): public, in part, or not. */
export const DISCLOSURES = ['open', 'partial', 'closed'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

/** 열람범위: who may know of a record at all. `participants` is its drafter and the people of its route. */
export const ACCESS_SCOPES = ['agency', 'bureau', 'unit', 'participants'] as const
export type AccessScope = (typeof ACCESS_SCOPES)[number]

/** The grades of R5, best first. */
export const GRADES = ['S', 'A', 'B', 'C'] as const
export type Grade = (typeof GRADES)[number]

/** What a person on a route is asked for: 검토, 협조, 결재. */
export const ROUTE_ROLES = ['review', 'consent', 'approve'] as const
export type RouteRole = (typeof ROUTE_ROLES)[number]
