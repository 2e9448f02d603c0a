/** Every address of the console. */
export const paths = {
  tenants: () => '/admin/',
  release: (hash: string) => `/admin/releases/${hash}`,
  diff: (before?: string, after?: string) =>
    before && after ? `/admin/diff?before=${before}&after=${after}` : '/admin/diff',
  published: () => '/admin/published',
  portal: () => '/',
} as const
