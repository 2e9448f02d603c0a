import { useWords } from '@harmony/ui'
import { useState } from 'react'
import { usePageTitle } from '../../../lib/title.ts'
import { CodeForm } from '../components/code-form.tsx'
import { RegisterForm, type Waiting } from '../components/register-form.tsx'
import '../account.css'
import { accountWords } from '../words.ts'

/** `/<agency>/register`: who, then the code from the mail, then signed in. */
export function RegisterPage() {
  const t = useWords(accountWords)
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  usePageTitle(t(waiting === null ? 'registerTitle' : 'codeTitle'))
  if (waiting === null) return <RegisterForm onWaiting={setWaiting} />
  return <CodeForm waiting={waiting} onBack={() => setWaiting(null)} />
}
