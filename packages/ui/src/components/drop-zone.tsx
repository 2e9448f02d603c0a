import { DropZone as AriaDropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { ProgressBar } from './progress.tsx'

export interface UploadItem {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** 0–1 while it goes up, 'done', or 'failed' with `error`. */
  readonly progress: number | 'done' | 'failed'
  readonly error?: string
}

export interface DropZoneProps {
  readonly label: string
  /** Limits in words: kinds, size, number. */
  readonly hint?: string
  readonly accept?: readonly string[]
  readonly multiple?: boolean
  readonly items: readonly UploadItem[]
  readonly onFiles: (files: File[]) => void
  readonly onRemove: (id: string) => void
}

/** Files by dragging, pasting or choosing; each with its progress or the reason it was refused. */
export function DropZone({ label, hint, accept, multiple = true, items, onFiles, onRemove }: DropZoneProps) {
  const t = useWords(uiWords)
  const format = useFormat()
  return (
    <div className="h-field">
      <AriaDropZone
        className="h-drop"
        aria-label={label}
        onDrop={async (event) => {
          const files = await Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile()))
          if (files.length > 0) onFiles(files)
        }}
      >
        <Icon name="clip" size={24} />
        <Text slot="label">{t('dropHere')}</Text>
        <FileTrigger
          allowsMultiple={multiple}
          {...(accept ? { acceptedFileTypes: [...accept] } : {})}
          onSelect={(list) => {
            if (list && list.length > 0) onFiles([...list])
          }}
        >
          <Button icon="plus">{t('pickFiles')}</Button>
        </FileTrigger>
        {hint && <span className="h-hint">{hint}</span>}
      </AriaDropZone>
      {items.length > 0 && (
        <ul className="h-files" aria-label={label}>
          {items.map((item) => (
            <li key={item.id}>
              <Icon name="file" />
              <span>
                <b>{item.name}</b>
                <span className="h-xs h-muted">
                  {format.bytes(item.size)}
                  {item.progress === 'done' && ` · ${t('uploaded')}`}
                  {typeof item.progress === 'number' &&
                    ` · ${t('uploading', { percent: Math.round(item.progress * 100) })}`}
                </span>
              </span>
              <IconButton icon="close" label={t('remove', { name: item.name })} onPress={() => onRemove(item.id)} />
              {typeof item.progress === 'number' && <ProgressBar label={item.name} value={item.progress} />}
              {item.error && (
                <span className="h-error" role="alert">
                  {item.error}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
