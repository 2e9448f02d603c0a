import { Dialog, DropZone, ErrorState, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useUploads } from '../../../lib/upload.ts'
import { importWords } from '../import-words.ts'
import { ApplyForm } from './apply-form.tsx'
import { ImportPreview } from './import-preview.tsx'

const ENDINGS = ['.xlsx', '.csv', '.txt']

/** Upload, compare, apply: the next version of the tree from a file. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(importWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const uploads = useUploads()
  const fileId = uploads.fileIds.at(-1) ?? null
  const preview = useQuery(
    trpc.brm.previewImport.queryOptions({ fileId: fileId ?? '' }, { enabled: fileId !== null, retry: false }),
  )
  return (
    <Dialog title={t('title')} isOpen size="lg" onClose={onClose}>
      <p>{t('lead')}</p>
      <div className="f-form">
        <DropZone
          label={t('file')}
          hint={t('fileHint')}
          accept={ENDINGS}
          multiple={false}
          items={uploads.items}
          onFiles={([file]) => {
            for (const item of uploads.items) uploads.remove(item.id)
            if (file) uploads.add([file])
          }}
          onRemove={uploads.remove}
        />
        {fileId !== null && preview.isPending && <p role="status">{t('comparing')}</p>}
        {fileId !== null && preview.error && (
          <ErrorState
            what={t('compareFailed')}
            reason={errorText(preview.error)}
            onRetry={() => void preview.refetch()}
          />
        )}
        {fileId !== null && preview.data && (
          <>
            <ImportPreview preview={preview.data} />
            {preview.data.rejected.length === 0 && (
              <ApplyForm key={fileId} fileId={fileId} preview={preview.data} onClose={onClose} />
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}
