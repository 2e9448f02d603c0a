import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { child, endWithSignals } from './children.mjs'
import { environment, lap, root, turbo, typescript } from './paths.mjs'

const checks = ['lint', 'tiers', 'knip', 'build']
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Runs every check and test; the last line is `N passed, N failed`, each check counting as one test. */
export async function test() {
  endWithSignals(false)
  const reports = mkdtempSync(join(tmpdir(), 'harmony-reports-'))
  const total = { passed: 0, failed: 0 }
  const add = ({ passed, failed }) => {
    total.passed += passed
    total.failed += failed
  }
  try {
    // The types take the longest: they have a core of their own while the rest goes on.
    const types = runCheck('types')
    for (const name of checks) add(await runCheck(name))
    add(await vitest('unit tests', root, join(reports, 'unit.json')))
    add(await types)
    const chromium = findChromium()
    if (chromium)
      add(await vitest('browser tests', join(root, 'e2e'), join(reports, 'browser.json'), { CHROMIUM: chromium }))
    else
      console.error(
        `[harmony] Browser tests not run: no Chromium found (looked for ${browsers.join(', ')} and CHROMIUM).`,
      )
  } finally {
    spawnSync(process.execPath, typescript('tools/embedded-postgres/src/stop-shared.ts'), {
      env: environment(),
      stdio: 'ignore',
    })
    rmSync(reports, { recursive: true, force: true })
  }
  process.exitCode = total.failed > 0 ? 1 : 0
  console.log(`${total.passed} passed, ${total.failed} failed`)
}

async function runCheck(name) {
  const code = await child(turbo(name, '--output-logs=errors-only', '--continue', '--concurrency=1'))
  lap(code === 0 ? `${name} passed` : `${name} FAILED`)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** @returns how many tests passed and failed; a test file that does not load and an error outside a test fail too */
async function vitest(what, cwd, report, env = {}) {
  const program = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [program, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await child(args, { cwd, env: { ...env, CI: 'true' } })
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  // Neither an error outside of all tests nor the absence of tests may pass for green.
  if (counted.failed === 0 && (code !== 0 || counted.passed === 0)) counted.failed = 1
  lap(`${what}: ${counted.passed} passed, ${counted.failed} failed`)
  return counted
}

function count(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [process.env.CHROMIUM, ...browsers.flatMap((name) => folders.map((folder) => join(folder, name)))]
  return candidates.find((path) => path && isExecutable(path))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
