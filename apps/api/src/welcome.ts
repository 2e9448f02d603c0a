import { DEMO_PASSWORD, DEMO_SIGN_INS } from './demo/sign-ins.ts'

/** Prints where to go and, for the demo, who to sign in as. */
export function announceAddresses(port: number, demo: boolean): void {
  const base = `http://localhost:${port}`
  const lines = [
    '',
    `  하모니 Harmony   ${base}`,
    `  기관 고르기        ${base}/`,
    `  혁신국 콘솔        ${base}/admin`,
  ]
  if (demo) {
    lines.push('', `  시연 계정 (비밀번호는 모두 ${DEMO_PASSWORD})`)
    for (const { email, agency, who } of DEMO_SIGN_INS)
      lines.push(`    ${email.padEnd(32)} ${`/${agency}`.padEnd(10)} ${who}`)
  }
  console.log([...lines, ''].join('\n'))
}
