export { followTopics, type LiveFrame } from './follow-topics.ts'
export { type LiveHub, openLiveHub } from './live-hub.ts'
export { MAX_TOPICS, type ReaderLimits, readerLimits } from './reader-limits.ts'
export { type LiveTopic, parseTopic } from './topic.ts'
