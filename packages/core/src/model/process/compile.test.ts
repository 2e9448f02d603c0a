import { describe, expect, it } from 'vitest'
import { automatic, bpmn, end, flow, gateway, start, timer, user } from './bpmn.fixture.ts'
import { compileBpmn } from './compile.ts'

const found = async (elements: string, extra = '') =>
  (await compileBpmn(bpmn(elements, extra))).problems.map((p) => `${p.code} ${p.path}`)
const line = (...ids: string[]) =>
  ids
    .slice(1)
    .map((id, i) => flow(ids[i] ?? '', id))
    .join('')

describe('a process that can run', () => {
  it('becomes a token machine with performers from its lanes', async () => {
    const { process, problems } = await compileBpmn(
      bpmn(start + user('review') + end() + line('start', 'review', 'end')),
    )
    expect(problems).toEqual([])
    expect(process?.nodes.review).toMatchObject({
      kind: 'user',
      performer: 'unit:duty',
      lane: 'lane',
      action: 'handle',
    })
    expect(JSON.parse(JSON.stringify(process))).toEqual(process)
  })

  it('ignores data objects and drawings', async () => {
    const data = '<dataObject id="data"/><dataObjectReference id="ref" dataObjectRef="data"/>'
    expect(await found(start + data + end() + line('start', 'end'))).toEqual([])
  })
})

describe('what is outside the supported part of BPMN', () => {
  const around = (id: string, xml: string) => start + xml + end() + line('start', id, 'end')

  it.each([
    ['scriptTask', '<scriptTask id="x"/>'],
    ['abstract task', '<task id="x"/>'],
    ['sub-process', '<subProcess id="x"/>'],
    ['call activity', '<callActivity id="x"/>'],
    ['inclusive gateway', '<inclusiveGateway id="x"/>'],
    ['event gateway', '<eventBasedGateway id="x"/>'],
    ['complex gateway', '<complexGateway id="x"/>'],
    ['catching event', '<intermediateCatchEvent id="x"><messageEventDefinition/></intermediateCatchEvent>'],
    ['throwing signal', '<intermediateThrowEvent id="x"><signalEventDefinition/></intermediateThrowEvent>'],
    ['multi-instance', '<userTask id="x" harmony:action="handle"><multiInstanceLoopCharacteristics/></userTask>'],
  ])('refuses a %s by its id', async (_, xml) => {
    const { problems } = await compileBpmn(bpmn(around('x', xml)))
    expect(problems[0]).toMatchObject({ path: 'x', code: 'process.element', params: { id: 'x' } })
    expect(problems[0]?.params.allowed).toContain('UserTask')
  })

  it('refuses timer starts and terminating ends', async () => {
    const timed = '<startEvent id="start"><timerEventDefinition/></startEvent>'
    expect(await found(timed + end() + line('start', 'end'))).toContain('process.element start')
    const terminating = '<endEvent id="end"><terminateEventDefinition/></endEvent>'
    expect(await found(start + terminating + line('start', 'end'))).toEqual(['process.element end'])
  })

  it('refuses pools that exchange messages, and a second process', async () => {
    const pools = `<process id="other"/><collaboration id="c"><participant id="p1" processRef="process"/>
      <participant id="p2" processRef="other"/><messageFlow id="m" sourceRef="p1" targetRef="p2"/></collaboration>`
    expect(await found(start + end() + line('start', 'end'), pools)).toEqual([
      'process.element m',
      'process.several p2',
      'process.several other',
    ])
  })

  it('refuses unknown elements and attributes of ours', async () => {
    expect(await found(`${start}<dance id="x"/>${end()}${line('start', 'end')}`)).toContain('process.xml ')
    expect(await found(start + user('a', 'harmony:colour="red"') + end() + line('start', 'a', 'end'))).toEqual([
      'process.xml ',
    ])
  })

  it.each(['', 'hello', '<html/>', '<definitions', bpmn('').slice(0, 200)])(
    'refuses %j, which is no BPMN',
    async (xml) => {
      const { process, problems } = await compileBpmn(xml)
      expect(process).toBeUndefined()
      expect(problems.length).toBeGreaterThan(0)
    },
  )
})

describe('a graph that hangs together', () => {
  it('refuses elements nobody comes to or leaves', async () => {
    expect(await found(start + user('a') + end() + line('start', 'end'))).toEqual(['process.disconnected a'])
    expect(await found(start + user('a') + end() + line('start', 'a'))).toEqual([
      'process.disconnected a',
      'process.disconnected end',
    ])
    expect(await found(start + user('a') + user('b') + end() + line('start', 'end') + line('a', 'b', 'a'))).toContain(
      'process.unreachable a',
    )
  })

  it('refuses a way that never ends', async () => {
    const gate = gateway('exclusive', 'g', 'g_end')
    const loop =
      start +
      gate +
      user('a') +
      user('b') +
      end() +
      flow('start', 'g') +
      flow('g', 'end') +
      flow('g', 'a', 'channel == "phone"')
    expect(await found(loop + line('a', 'b', 'a'))).toEqual(['process.no-end a', 'process.no-end b'])
  })

  it('wants one start and flows with both ends', async () => {
    expect(await found(end())).toEqual(['process.start process'])
    expect(await found(`${start}<startEvent id="s2"/>${end()}${line('start', 'end')}${flow('s2', 'end')}`)).toEqual([
      'process.start s2',
    ])
    expect(
      await found(
        `${start}${end()}${line('start', 'end')}<sequenceFlow id="f" sourceRef="start" targetRef="nowhere"/>`,
      ),
    ).toContain('process.dangling-flow f')
  })

  it('wants a default and conditions at an exclusive gateway, and nowhere else', async () => {
    const body = (gate: string, condition?: string) =>
      start +
      gate +
      user('a') +
      user('b') +
      end() +
      flow('start', 'g') +
      flow('g', 'a') +
      flow('g', 'b', condition) +
      line('a', 'end') +
      line('b', 'end')
    expect(await found(body(gateway('exclusive', 'g'), 'channel == "web"'))).toEqual(['process.default-missing g'])
    expect(await found(body(gateway('exclusive', 'g', 'g_a')))).toEqual(['process.condition-missing g_b'])
    expect(await found(body(gateway('parallel', 'g'), 'channel == "web"'))).toEqual(['process.condition-misplaced g_b'])
    expect(
      await found(start + user('a') + user('b') + end() + line('start', 'a', 'end') + line('a', 'b', 'end')),
    ).toEqual(['process.fork a'])
  })

  it('type-checks conditions and names the flow', async () => {
    const body = (condition: string) =>
      start +
      gateway('exclusive', 'g', 'g_a') +
      user('a', 'harmony:results="onSite:bool"') +
      user('b') +
      end() +
      flow('start', 'g') +
      flow('g', 'a') +
      flow('g', 'b', condition) +
      line('a', 'end') +
      line('b', 'end')
    expect(await found(body('onSite && channel == "phone"'))).toEqual([])
    expect(await found(body('onsite'))).toEqual(['rule.name g_b'])
    expect(await found(body('channel'))).toEqual(['rule.result g_b'])
    expect(await found(body('channel =='))).toEqual(['rule.syntax g_b'])
  })

  it('refuses a loop that never waits for a person', async () => {
    const loop =
      start +
      automatic('a') +
      gateway('exclusive', 'g', 'g_end') +
      end() +
      line('start', 'a', 'g') +
      flow('g', 'end') +
      flow('g', 'a', 'channel == "phone"')
    expect(await found(loop)).toEqual(['process.endless-loop a', 'process.endless-loop g'])
  })
})

describe('tokens that cannot get stuck or doubled', () => {
  it('refuses a join that an exclusive choice can never fill', async () => {
    const xml =
      start +
      gateway('exclusive', 'x', 'x_a') +
      user('a') +
      user('b') +
      gateway('parallel', 'join') +
      end() +
      flow('start', 'x') +
      flow('x', 'a') +
      flow('x', 'b', 'channel == "phone"') +
      line('a', 'join', 'end') +
      line('b', 'join')
    expect(await found(xml)).toEqual(['process.deadlock join'])
  })

  it('refuses a fork that runs two tokens into one task', async () => {
    const xml =
      start +
      gateway('parallel', 'fork') +
      user('a') +
      user('b') +
      user('c') +
      end() +
      line('start', 'fork', 'a', 'c', 'end') +
      line('fork', 'b', 'c')
    expect((await found(xml))[0]).toMatch(/^process\.unsafe/)
  })

  it('refuses a warning timer that joins the main way again', async () => {
    const xml =
      start +
      user('a') +
      timer('t', 'a', 'P3D', false) +
      user('b') +
      end() +
      line('start', 'a', 'b', 'end') +
      line('t', 'b')
    expect(await found(xml)).toEqual(['process.unsafe b'])
  })
})

describe('attributes', () => {
  it('names the element, the attribute and what is allowed', async () => {
    const { problems } = await compileBpmn(
      bpmn(`${start}<userTask id="a" harmony:action="dance"/>${end()}${line('start', 'a', 'end')}`),
    )
    expect(problems).toEqual([
      {
        path: 'a',
        code: 'process.attribute',
        params: {
          id: 'a',
          attribute: 'harmony:action',
          found: 'dance',
          allowed: 'assign, handle, inspect, consult, review, answer, complete',
        },
      },
    ])
  })

  it('refuses timers on anything but an officer’s task, and spans it cannot count', async () => {
    const on = (host: string, task: string, span: string) =>
      start +
      task +
      timer('t', host, span) +
      user('late') +
      end() +
      line('start', host, 'end') +
      line('t', 'late', 'end')
    expect(await found(on('a', user('a'), 'P14D'))).toEqual([])
    expect(await found(on('a', automatic('a'), 'P14D'))).toEqual(['process.timer-host t'])
    expect(await found(on('a', user('a'), 'P1M'))).toEqual(['process.duration t'])
    expect(await found(on('a', user('a'), 'soon'))).toEqual(['process.duration t'])
  })
})
