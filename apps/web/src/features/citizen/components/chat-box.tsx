import { Avatar, Button, formatDate, TextArea, useFormat, useImeSafeEnter, useWords } from '@harmony/ui'
import { useEffect, useRef, useState } from 'react'
import { citizenWords } from '../words.ts'

export interface ChatMessage {
  readonly id: string
  readonly sender: 'citizen' | 'officer'
  readonly name: string
  readonly body: string
  readonly sentAt: string
  readonly readAt: string | null
}

interface ChatBoxProps {
  /** The other side's name, and what stands under it. */
  readonly title: string
  readonly note: string
  readonly initial: string
  readonly mine: 'citizen' | 'officer'
  readonly messages: readonly ChatMessage[]
  readonly canSend: boolean
  readonly pending: boolean
  readonly error: string | null
  /** Resolves when the message has gone; the text stays when it has not. */
  readonly onSend: (body: string) => Promise<unknown>
}

/** The talk between a citizen and the officer in charge. New messages are announced; Enter sends, safely while composing Korean. */
export function ChatBox({ title, note, initial, mine, messages, canSend, pending, error, onSend }: ChatBoxProps) {
  const t = useWords(citizenWords)
  const [body, setBody] = useState('')
  const log = useRef<HTMLDivElement>(null)
  const last = messages.at(-1)?.id
  useEffect(() => {
    if (last !== undefined && log.current) log.current.scrollTop = log.current.scrollHeight
  }, [last])
  const send = () => {
    const text = body.trim()
    if (text === '' || pending || !canSend) return
    void onSend(text).then(
      () => setBody(''),
      () => {},
    )
  }
  const onKeyDown = useImeSafeEnter(send)
  return (
    <section className="h-box h-chat" aria-label={title}>
      <div className="hd">
        <Avatar name={initial} />
        <div>
          <h2>{title}</h2>
          <small>{note}</small>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log must be reachable by keyboard */}
      <div className="ms" role="log" aria-label={t('chatLog')} tabIndex={0} ref={log}>
        {messages.length === 0 && (
          <span className="day">{canSend ? t(mine === 'citizen' ? 'chatEmpty' : 'chatStart') : note}</span>
        )}
        {messages.map((message, index) => (
          <Bubble key={message.id} message={message} previous={messages[index - 1]} mine={message.sender === mine} />
        ))}
      </div>
      {canSend && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <TextArea
            label={t('message')}
            hideLabel
            rows={1}
            placeholder={t(mine === 'citizen' ? 'messageHint' : 'messageHintOfficer')}
            value={body}
            onChange={setBody}
            onKeyDown={onKeyDown}
            maxLength={4000}
            error={error}
          />
          <Button type="submit" variant="pri" isPending={pending}>
            {t('send')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Bubble({
  message,
  previous,
  mine,
}: {
  message: ChatMessage
  previous: ChatMessage | undefined
  mine: boolean
}) {
  const t = useWords(citizenWords)
  const format = useFormat()
  const newDay = previous === undefined || formatDate(previous.sentAt, 'en') !== formatDate(message.sentAt, 'en')
  return (
    <>
      {newDay && <span className="day">{format.date(message.sentAt, 'day')}</span>}
      <div className="h-bubble" data-mine={mine || undefined}>
        {message.body}
        <small>
          {mine ? '' : `${message.name} · `}
          {format.date(message.sentAt, 'time')}
          {mine && message.readAt !== null ? ` · ${t('read')}` : ''}
        </small>
      </div>
    </>
  )
}
