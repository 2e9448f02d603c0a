import { describe, expect, it } from 'vitest'
import { TopicHub } from './topic-hub.ts'

describe('live topics of a page', () => {
  it('are one sorted list, each once, as long as somebody listens', () => {
    const lists: string[][] = []
    const hub = new TopicHub((topics) => lists.push(topics))
    const stopScores = hub.add('scores', () => {})
    const stopAgain = hub.add('scores', () => {})
    hub.add('queue:1', () => {})
    stopScores()
    stopAgain()
    expect(lists).toEqual([['scores'], ['queue:1', 'scores'], ['queue:1']])
  })

  it('reach only those who listen to them', () => {
    const heard: string[] = []
    const hub = new TopicHub(() => {})
    hub.add('scores', (topic) => heard.push(`a ${topic}`))
    hub.add('petition:7', (topic) => heard.push(`b ${topic}`))
    hub.tell('petition:7')
    hub.tell('unknown')
    expect(heard).toEqual(['b petition:7'])
  })

  it('reach everyone after a gap', () => {
    const heard: string[] = []
    const hub = new TopicHub(() => {})
    hub.add('scores', (topic) => heard.push(topic))
    hub.add('queue:1', (topic) => heard.push(topic))
    hub.tellAll()
    expect(heard.sort()).toEqual(['queue:1', 'scores'])
  })
})
