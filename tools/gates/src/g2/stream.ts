import { headersOf } from './door.ts'
import type { World } from './world.ts'

/** An open stream of live updates. */
interface Stream {
  /** Everything heard so far, once it contains the words. */
  until(words: string): Promise<string>
  close(): Promise<void>
}

/** Follows topics over HTTP in an agency. */
export async function follow(world: World, agency: string, token: string, topics: readonly string[]): Promise<Stream> {
  const input = encodeURIComponent(JSON.stringify({ topics }))
  const response = await world.app.request(`/api/${agency}/trpc/live.topics?input=${input}`, {
    headers: { ...headersOf(token), accept: 'text/event-stream' },
  })
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const until = async (words: string) => {
    while (!text.includes(words)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`the stream ended: ${text}`)
      text += decoder.decode(value, { stream: true })
    }
    return text
  }
  await until('ready')
  return { until, close: () => reader.cancel() }
}
