import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { type Behaviour, bootstrap, type Ended, end, smallProject } from './small-project.ts'

const checks = 5
const green = { numPassedTests: 10, numFailedTests: 0, testResults: [] }
let folder = ''

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function inProject(behaviour: Behaviour, args: string[], options = {}): Promise<Ended> {
  folder = smallProject(behaviour)
  return end(bootstrap(folder, args, options))
}

function lastLine(ended: Ended): string | undefined {
  return ended.stdout.trimEnd().split('\n').at(-1)
}

/** A PATH without any browser on it. */
const path = '/nowhere'

describe('npm test', () => {
  it('counts every check as one test and ends well when all is green', async () => {
    const ended = await inProject({ report: green }, ['test'], { path })
    expect({ code: ended.code, last: lastLine(ended) }).toEqual({ code: 0, last: `${10 + checks} passed, 0 failed` })
  })

  it('fails when a check fails', async () => {
    const ended = await inProject({ report: green, failingTasks: ['tiers'] }, ['test'], { path })
    expect({ code: ended.code, last: lastLine(ended) }).toEqual({ code: 1, last: `${9 + checks} passed, 1 failed` })
  })

  it('fails when a test fails, and when a test file does not load', async () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    const report = { numPassedTests: 8, numFailedTests: 2, testResults }
    const ended = await inProject({ report, vitestCode: 1 }, ['test'], { path })
    expect({ code: ended.code, last: lastLine(ended) }).toEqual({ code: 1, last: `${8 + checks} passed, 3 failed` })
  })

  it('fails when an error happens outside of all tests', async () => {
    const ended = await inProject({ report: green, vitestCode: 1 }, ['test'], { path })
    expect({ code: ended.code, last: lastLine(ended) }).toEqual({ code: 1, last: `${10 + checks} passed, 1 failed` })
  })

  it('fails when the tests did not even begin', async () => {
    const ended = await inProject({ vitestCode: 1 }, ['test'], { path })
    expect({ code: ended.code, last: lastLine(ended) }).toEqual({ code: 1, last: `${checks} passed, 1 failed` })
  })

  it('says so when there is no browser for the browser tests', async () => {
    const ended = await inProject({ report: green }, ['test'], { path })
    expect(ended.stderr).toContain('Browser tests not run: no Chromium found')
  })
})

describe('npm run harmony', () => {
  const cli = 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)])); process.exitCode = 3'

  it('runs in the folder of the caller, prints nothing else on stdout and passes the exit code on', async () => {
    const args = ['harmony', 'report', 'petitions', '--json']
    const ended = await inProject({ files: { 'apps/api/src/cli/main.ts': cli } }, args, { cwd: '/usr' })
    expect({ ...ended, stdout: JSON.parse(ended.stdout) }).toMatchObject({
      code: 3,
      stdout: ['/usr', 'report', 'petitions', '--json'],
    })
  })
})

describe('npm start', () => {
  /** Starts a process of its own, says both pids, and ends only when told. */
  const server = `import { spawn } from 'node:child_process'
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
setInterval(() => {}, 1000)
process.on('SIGTERM', () => { console.log('in order'); process.exit(0) })
console.log('pids', process.pid, child.pid)
`

  it.each([
    ['SIGTERM', 0],
    ['SIGINT', 0],
    ['SIGHUP', 0],
    ['SIGKILL', null],
  ] as const)('ends all processes after %s', async (signal, code) => {
    folder = smallProject({ files: { 'apps/api/src/start.ts': server } })
    const child = bootstrap(folder, ['start'])
    const ended = end(child)
    const pids = await new Promise<number[]>((resolve) => {
      child.stdout?.on(
        'data',
        (bytes) => /pids/.test(String(bytes)) && resolve(String(bytes).match(/\d+/g)?.map(Number) ?? []),
      )
    })
    child.kill(signal)
    const { code: got, stdout } = await ended
    expect(got).toBe(code)
    expect(stdout).toContain('in order')
    expect(pids).toHaveLength(2)
    await expect.poll(() => pids.filter(isRunning), { timeout: 10_000 }).toEqual([])
  })

  it('ends with an error when the pages cannot be built', async () => {
    const behaviour = { failingTasks: ['build'], files: { 'apps/api/src/start.ts': server } }
    const ended = await inProject(behaviour, ['start'])
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain('The pages could not be built')
  })

  it("ends with the server's exit code", async () => {
    const ended = await inProject({ files: { 'apps/api/src/start.ts': 'process.exit(7)' } }, ['start'])
    expect(ended.code).toBe(7)
  })
})

it('an unknown word is answered with those that are known', async () => {
  const ended = await inProject({}, ['strat'])
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain('start | test | verify | harmony')
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
