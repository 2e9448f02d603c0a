import { Icon, useFormat, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import type { DocumentCard } from '../api.ts'
import { documentWords } from '../words.ts'

/** 붙임: each downloads. */
export function FilesList({ files }: { readonly files: DocumentCard['files'] }) {
  const d = useWords(documentWords)
  const agency = useAgency()
  const format = useFormat()
  return (
    <ul className="dc-files" aria-label={d('files')}>
      {files.map((file) => (
        <li key={file.id}>
          <a className="h-link" href={`/api/${agency}/files/${file.id}`} download={file.name}>
            <Icon name="clip" size={16} />
            <span>{file.name}</span>
          </a>
          <span className="h-xs h-muted">{format.bytes(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}
