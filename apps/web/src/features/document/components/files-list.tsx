import { AttachedFiles } from '../../files/components/attached-files.tsx'
import type { DocumentCard } from '../api.ts'

/** 붙임: each downloads, and shows what can be shown. */
export function FilesList({ files }: { readonly files: DocumentCard['files'] }) {
  return <AttachedFiles files={files} />
}
