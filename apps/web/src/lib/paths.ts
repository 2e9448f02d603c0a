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
