/** Told the topic that was touched. */
export type TopicListener = (topic: string) => void

/** Keeps who listens to which topic; one subscription carries them all. */
export class TopicHub {
  readonly #listeners = new Map<string, Set<TopicListener>>()
  readonly #onTopics: (topics: string[]) => void

  /** @param onTopics told all topics, sorted, whenever one joins or leaves */
  constructor(onTopics: (topics: string[]) => void) {
    this.#onTopics = onTopics
  }

  /** Listens to a topic; returns the way to stop. */
  add(topic: string, listener: TopicListener): () => void {
    const set = this.#listeners.get(topic) ?? new Set()
    set.add(listener)
    this.#listeners.set(topic, set)
    if (set.size === 1) this.#changed()
    return () => {
      set.delete(listener)
      if (set.size === 0 && this.#listeners.get(topic) === set) {
        this.#listeners.delete(topic)
        this.#changed()
      }
    }
  }

  /** Tells a topic's listeners. */
  tell(topic: string): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(topic)
  }

  /** Tells everyone: after a gap nobody knows what was missed. */
  tellAll(): void {
    for (const topic of [...this.#listeners.keys()]) this.tell(topic)
  }

  #changed(): void {
    this.#onTopics([...this.#listeners.keys()].sort())
  }
}
