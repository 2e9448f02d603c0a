import { Skeleton } from '@harmony/ui'
import { lazy, Suspense } from 'react'
import { useSession } from '../../../lib/session.tsx'

const OfficerHome = lazy(() => import('../components/officer-home.tsx').then((m) => ({ default: m.OfficerHome })))
const CitizenHome = lazy(() =>
  import('../../citizen/routes/citizen-home.tsx').then((m) => ({ default: m.CitizenHome })),
)

/** `/<agency>`: the officers' portal home, or the citizens' first page. */
export function HomePage() {
  const { kind } = useSession()
  return <Suspense fallback={<Skeleton />}>{kind === 'officer' ? <OfficerHome /> : <CitizenHome />}</Suspense>
}
