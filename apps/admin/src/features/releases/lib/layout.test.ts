import { describe, expect, it } from 'vitest'
import { layoutProcess } from './layout.ts'
import type { Process } from './model.ts'

const process: Process = {
  id: 'p',
  name: '일반',
  start: 'start',
  lanes: [{ id: 'duty', name: '담당 부서', performer: 'unit:duty' }],
  nodes: {
    start: { kind: 'start', name: '접수', incoming: [], outgoing: [{ id: 'f1', to: 'handle' }] },
    handle: {
      kind: 'user',
      name: '검토',
      lane: 'duty',
      incoming: ['f1', 'f3'],
      outgoing: [{ id: 'f2', to: 'choice' }],
      performer: 'unit:duty',
      action: 'handle',
      results: {},
    },
    choice: {
      kind: 'exclusive',
      name: '',
      lane: 'duty',
      incoming: ['f2'],
      outgoing: [
        { id: 'f3', to: 'handle', condition: 'again' },
        { id: 'f4', to: 'end', otherwise: true },
      ],
    },
    end: { kind: 'end', name: '완료', incoming: ['f4'] },
  },
}

describe('a process drawn as swim lanes', () => {
  const layout = layoutProcess(process, '시스템')
  const x = (id: string) => layout.nodes.find((node) => node.id === id)?.x ?? Number.NaN

  it('runs from left to right, also when a flow leads back', () => {
    expect(x('start')).toBeLessThan(x('handle'))
    expect(x('handle')).toBeLessThan(x('choice'))
    expect(x('choice')).toBeLessThan(x('end'))
  })
  it('has a row for each lane in use, the system last', () => {
    expect(layout.lanes.map((lane) => lane.name)).toEqual(['담당 부서', '시스템'])
  })
  it('draws every flow', () => {
    expect(layout.edges.map((edge) => edge.key).sort()).toEqual(['f1', 'f2', 'f3', 'f4'])
  })
  it('never puts two elements in one place', () => {
    const places = layout.nodes.map((node) => `${node.x}:${node.y}`)
    expect(new Set(places).size).toBe(places.length)
  })
})
