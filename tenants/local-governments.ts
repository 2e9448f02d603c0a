import { readFileSync } from 'node:fs'
import type { LocalGovernment } from '@harmony/core/contract'

const HEADER = 'code,name,level,type,parent'

/**
 * The 250 local governments of 2005: 16 provinces and metropolitan cities, 234 cities, counties and districts. Names
 * repeat (중구 stands six times), so the code is the key. @throws Error naming the line that is wrong
 */
export function localGovernments(): LocalGovernment[] {
  const text = readFileSync(new URL('./local-governments.csv', import.meta.url), 'utf8')
  const [header, ...lines] = text.trimEnd().split('\n')
  if (header !== HEADER) throw new Error(`local-governments.csv must begin with ${HEADER}`)
  return lines.map((line, i) => {
    const [code, name, level, type, parent] = line.split(',')
    if (!code || !name || !type || (level !== '광역' && level !== '기초')) {
      throw new Error(`local-governments.csv line ${i + 2} is wrong: ${line}`)
    }
    return { code, name, level, type, parentCode: parent || null }
  })
}
