import { ButtonLink, Dialog, EmptyState, Note, Tabs, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import { filesWords } from '../words.ts'
import type { AttachedFile } from './attached-files.tsx'
import { DrawnPages } from './drawn-pages.tsx'

type Preview = ApiOutputs['file']['preview']

const ASK_AGAIN_MS = 1_500
const PATIENCE = 20

interface FilePreviewProps {
  readonly file: AttachedFile
  readonly onClose: () => void
}

/** A file in a dialog: its pages or picture, its text for reading aloud, and a way to save it. */
export function FilePreview({ file, onClose }: FilePreviewProps) {
  const t = useWords(filesWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(
    trpc.file.preview.queryOptions(
      { fileId: file.id },
      {
        // nothing live follows the reading of a file; it takes a second or two
        refetchInterval: ({ state }) =>
          state.data?.status === 'waiting' && state.dataUpdateCount < PATIENCE ? ASK_AGAIN_MS : false,
      },
    ),
  )
  return (
    <Dialog
      title={file.name}
      isOpen
      onClose={onClose}
      size="lg"
      actions={
        <ButtonLink variant="pri" href={`/api/${agency}/files/${file.id}`} download={file.name}>
          {t('download')}
        </ButtonLink>
      }
    >
      <div className="f-preview">
        <QueryPanel query={query} what={t('what')}>
          {(preview) => <Shown preview={preview} />}
        </QueryPanel>
      </div>
    </Dialog>
  )
}

function Shown({ preview }: { readonly preview: Preview }) {
  const t = useWords(filesWords)
  const agency = useAgency()
  const [view, setView] = useState('pages')
  if (preview.shows === 'picture') {
    return <img className="f-picture" src={`/api/${agency}/files/${preview.id}/picture`} alt={preview.name} />
  }
  if (preview.shows === 'nothing') return <Nothing status={preview.status} />
  if (preview.shows === 'text') return <TextOf preview={preview} />
  return (
    <Tabs
      label={t('view')}
      value={view}
      onChange={setView}
      items={[
        { id: 'pages', label: t('pages'), content: <DrawnPages preview={preview} /> },
        { id: 'text', label: t('text'), content: <TextOf preview={preview} /> },
      ]}
    />
  )
}

/** The text of a file, each line a paragraph, for search by eye, copying and screen readers. */
function TextOf({ preview }: { readonly preview: Preview }) {
  const t = useWords(filesWords)
  if (preview.text === '') return <EmptyState title={t('noText')}>{t('noTextText')}</EmptyState>
  return (
    <>
      {preview.cut && <Note tone="amber">{t('cut')}</Note>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section className="f-text" aria-label={t('textOf', { name: preview.name })} tabIndex={0}>
        {preview.text.split('\n').map((line, index) => (line === '' ? null : <p key={index}>{line}</p>))}
      </section>
    </>
  )
}

function Nothing({ status }: { readonly status: Preview['status'] }) {
  const t = useWords(filesWords)
  switch (status) {
    case 'waiting':
      return (
        <div role="status">
          <Note>{t('waiting')}</Note>
        </div>
      )
    case 'too-large':
      return <EmptyState title={t('tooLarge')}>{t('notSupportedText')}</EmptyState>
    case 'not-supported':
      return <EmptyState title={t('notSupported')}>{t('notSupportedText')}</EmptyState>
    case 'extracted':
      return <EmptyState title={t('noText')}>{t('noTextText')}</EmptyState>
    default:
      return <EmptyState title={t('unreadable')}>{t('unreadableText')}</EmptyState>
  }
}
