import { ClusterInUseError } from '@harmony/embedded-postgres'
import { ConfigurationError } from './config.ts'

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
]
const FILE_TROUBLE = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT']
const SIGN_IN = ['28P01', '28000', '3D000', '42501', '53300']

/**
 * What kept a process from starting, in one line for the person at the terminal.
 * @returns undefined for an error that only its stack explains; addresses are named without their passwords
 */
export function explainFailure(error: unknown, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (error instanceof ConfigurationError || error instanceof ClusterInUseError) return error.message
  if (!(error instanceof Error)) return undefined
  const { code, path } = error as Error & { readonly code?: string; readonly path?: string }
  if (code === undefined) return undefined
  if (UNREACHABLE.includes(code))
    return `the database server at ${placeOf(env.DATABASE_URL)} cannot be reached (${code})`
  if (SIGN_IN.includes(code))
    return `the database server at ${placeOf(env.DATABASE_URL)} refuses: ${error.message} (${code})`
  if (FILE_TROUBLE.includes(code) && path !== undefined)
    return `${path} cannot be used (${code}); see FILES_DIR and DATA_DIR`
  return undefined
}

/** Runs the main part of a process; a failure is said in words where it can be, and ends the process with 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    const words = explainFailure(error)
    if (words === undefined) throw error
    process.stderr.write(`[harmony] ${words}\n`)
    process.exit(1)
  }
}

function placeOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : 'its address'
}
