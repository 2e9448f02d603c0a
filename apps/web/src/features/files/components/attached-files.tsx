import { Button, Icon, useFormat, useWords } from '@harmony/ui'
import { lazy, Suspense, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { filesWords } from '../words.ts'
import '../files.css'

const FilePreview = lazy(() => import('./file-preview.tsx').then((module) => ({ default: module.FilePreview })))

export interface AttachedFile {
  readonly id: string
  readonly name: string
  readonly size: number
}

/** Archives and old formats: nothing of them can be shown. */
const NEVER_SHOWN = /\.(zip|doc|xls|ppt|heic|tiff?)$/i

/** Attachments: each downloads by its name; what can be shown opens in a dialog. Nothing when there are none. */
export function AttachedFiles({ files }: { readonly files: readonly AttachedFile[] }) {
  const t = useWords(filesWords)
  const agency = useAgency()
  const format = useFormat()
  const [shown, setShown] = useState<AttachedFile>()
  if (files.length === 0) return null
  return (
    <>
      <ul className="f-files">
        {files.map((file) => (
          <li key={file.id}>
            <a className="h-link" href={`/api/${agency}/files/${file.id}`} download={file.name}>
              <Icon name="clip" size={16} />
              <span>
                {file.name} <small>({format.bytes(file.size)})</small>
              </span>
            </a>
            {!NEVER_SHOWN.test(file.name) && (
              <Button size="sm" aria-label={t('previewOf', { name: file.name })} onPress={() => setShown(file)}>
                {t('preview')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown && (
        <Suspense>
          <FilePreview file={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
    </>
  )
}
