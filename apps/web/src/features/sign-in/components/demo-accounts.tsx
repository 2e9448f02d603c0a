import { useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { useTRPC } from '../../../lib/trpc.tsx'
import { signInWords } from '../words.ts'

export interface DemoAccountsProps {
  readonly agency: string
  readonly onPick: (account: { email: string; password: string }) => void
}

/** The demo's sign-ins of this agency; nothing where there is no demo. */
export function DemoAccounts({ agency, onPick }: DemoAccountsProps) {
  const t = useWords(signInWords)
  const trpc = useTRPC()
  const demo = useQuery(trpc.identity.demoSignIns.queryOptions())
  const here = (demo.data ?? []).filter((account) => account.agency === agency || account.email.startsWith('citizen'))
  if (here.length === 0) return null
  return (
    <section className="si-demo" aria-labelledby="si-demo">
      <h2 id="si-demo">{t('demo')}</h2>
      <p className="h-xs h-muted">{t('demoText')}</p>
      <ul>
        {here.map((account) => (
          <li key={account.email}>
            <Button onPress={() => onPick(account)}>
              <b>{account.email}</b>
              <span className="h-muted">{account.who}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
