import type { UploadItem } from '@harmony/ui'
import { useLocale } from '@harmony/ui'
import { useCallback, useRef, useState } from 'react'
import { useAgency } from './agency.ts'
import { failureText } from './errors.ts'

/** A file that is on the server already. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly size: number
}

interface Uploads {
  readonly items: readonly UploadItem[]
  /** The ids of the files that have arrived, in order. */
  readonly fileIds: readonly string[]
  readonly busy: boolean
  readonly add: (files: readonly File[]) => void
  readonly remove: (id: string) => void
  readonly reset: (files: readonly StoredFile[]) => void
}

type Entry = UploadItem & { readonly fileId: string | null }

const fromStored = (file: StoredFile): Entry => ({ ...file, progress: 'done', fileId: file.id })

/** Uploads files one by one as they are chosen, each with its own progress; the form sends only their ids. */
export function useUploads(initial: readonly StoredFile[] = []): Uploads {
  const agency = useAgency()
  const [locale] = useLocale()
  const [entries, setEntries] = useState<readonly Entry[]>(() => initial.map(fromStored))
  const requests = useRef(new Map<string, XMLHttpRequest>())

  const patch = useCallback((id: string, change: Partial<Entry>) => {
    setEntries((all) => all.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))
  }, [])

  const send = useCallback(
    (id: string, file: File) => {
      const request = new XMLHttpRequest()
      requests.current.set(id, request)
      request.open('POST', `/api/${agency}/files`)
      request.responseType = 'json'
      request.upload.onprogress = (event) => patch(id, { progress: event.total > 0 ? event.loaded / event.total : 0 })
      const fail = () => {
        const { messageCode, params } = request.response?.error ?? {}
        const code = typeof messageCode === 'string' ? messageCode : 'service.unavailable'
        patch(id, { progress: 'failed', error: failureText({ code, field: null, params: params ?? {} }, locale) })
      }
      request.onerror = fail
      request.onload = () => {
        if (request.status >= 300 || typeof request.response?.id !== 'string') fail()
        else patch(id, { progress: 'done', fileId: request.response.id })
      }
      const body = new FormData()
      body.append('file', file)
      request.send(body)
    },
    [agency, locale, patch],
  )

  return {
    items: entries,
    fileIds: entries.flatMap((entry) => (entry.fileId === null ? [] : [entry.fileId])),
    busy: entries.some((entry) => typeof entry.progress === 'number'),
    add: (files) => {
      const added = files.map((file) => ({ file, id: crypto.randomUUID() }))
      setEntries((all) => [
        ...all,
        ...added.map(({ file, id }) => ({ id, name: file.name, size: file.size, progress: 0, fileId: null })),
      ])
      for (const { file, id } of added) send(id, file)
    },
    remove: (id) => {
      requests.current.get(id)?.abort()
      setEntries((all) => all.filter((entry) => entry.id !== id))
    },
    reset: (files) => setEntries(files.map(fromStored)),
  }
}
