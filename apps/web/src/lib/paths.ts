/** Every address of the portal, in one place. `agency` is the tenant's slug. */
export const paths = {
  chooser: () => '/',
  gallery: () => '/gallery',
  home: (agency: string) => `/${agency}`,
  signIn: (agency: string, next?: string) =>
    next && next !== `/${agency}` ? `/${agency}/sign-in?next=${encodeURIComponent(next)}` : `/${agency}/sign-in`,
  register: (agency: string) => `/${agency}/register`,
  requests: (agency: string) => `/${agency}/requests`,
  newRequest: (agency: string) => `/${agency}/requests/new`,
  request: (agency: string, id: string) => `/${agency}/requests/${id}`,
  queue: (agency: string) => `/${agency}/queue`,
  petition: (agency: string, id: string) => `/${agency}/petitions/${id}`,
  inbox: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/inbox`, search),
  documents: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/documents`, search),
  newDocument: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/documents/new`, search),
  document: (agency: string, id: string) => `/${agency}/documents/${id}`,
  documentPrint: (agency: string, id: string) => `/${agency}/documents/${id}/print`,
  directives: (agency: string) => `/${agency}/directives`,
  dispatches: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/dispatches`, search),
  dispatch: (agency: string, id: string) => `/${agency}/dispatches/${id}`,
  reception: (agency: string, id: string) => `/${agency}/receptions/${id}`,
  tasks: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/tasks`, search),
  task: (agency: string, id: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/tasks/${id}`, search),
  taskMonitor: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/task-monitor`, search),
  functions: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/functions`, search),
  unitTask: (agency: string, id: string) => `/${agency}/functions/tasks/${id}`,
  schedule: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/schedule`, search),
  memos: (agency: string) => `/${agency}/memos`,
  memo: (agency: string, id: string) => `/${agency}/memos/${id}`,
  meetings: (agency: string) => `/${agency}/meetings`,
  meeting: (agency: string, id: string) => `/${agency}/meetings/${id}`,
  strategyMap: (agency: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/strategy-map`, search),
  score: (agency: string, indicator: string, search: Readonly<Record<string, string | undefined>> = {}) =>
    withSearch(`/${agency}/scores/${encodeURIComponent(indicator)}`, search),
  petitionReport: (agency: string) => `/${agency}/reports/petitions`,
  mailbox: (agency: string) => `/${agency}/mailbox`,
  account: (agency: string) => `/${agency}/account`,
} as const

function withSearch(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path
}
