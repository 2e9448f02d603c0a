import { Readable } from 'node:stream'
import { NotFoundError, TooLargeError, UnauthenticatedError } from '@harmony/core/kernel'
import {
  attachmentHeader,
  type Database,
  MAX_FILE_BYTES,
  readAttachedFile,
  readPages,
  shownPictures,
  storeFile,
} from '@harmony/core/platform'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Config } from '../config.ts'
import { fileRights } from './file-rights.ts'
import { firstFile } from './multipart.ts'
import { FRAME_POLICY, frameOf, PICTURE_POLICY } from './preview-frame.ts'
import { callerAddress, requestCtx } from './request-ctx.ts'
import { isHttps, readSessionCookie } from './session-cookie.ts'

/** What a form adds around its file. */
const FORM_OVERHEAD = 64 * 1024

/**
 * Files beside tRPC. `POST /api/<agency>/files` takes one multipart file as a stream and answers its id, name, size and
 * type; `GET /api/<agency>/files/<id>` gives it as an attachment to whoever may read what it is tied to;
 * `GET /api/<agency>/files/<id>/preview?from=<page>` shows some pages of a document in a frame without script, and
 * `GET /api/<agency>/files/<id>/picture` a picture.
 */
export function fileRoutes(db: Database, config: Config): Hono {
  const app = new Hono()
  const trustProxy = config.TRUST_PROXY === '1'
  const enter = async (c: Parameters<typeof readSessionCookie>[0], slug: string) => {
    const token = readSessionCookie(c, isHttps(c, config))
    const { harmony } = await requestCtx(db, {
      slug,
      token,
      source: callerAddress(c, trustProxy),
      demo: config.HARMONY_DEMO === '1',
    })
    if (harmony.actor.kind === 'guest') throw new UnauthenticatedError()
    return harmony
  }

  app.post('/api/:agency/files', async (c) => {
    const announced = Number(c.req.header('content-length') ?? 0)
    if (announced > MAX_FILE_BYTES + FORM_OVERHEAD) {
      throw new TooLargeError('file.too-large', { field: 'file', params: { megabytes: MAX_FILE_BYTES / 1024 / 1024 } })
    }
    const harmony = await enter(c, c.req.param('agency'))
    const part = await firstFile(c.req.header('content-type'), c.req.raw.body)
    const { id, name, size, mediaType } = await storeFile(harmony, part)
    return c.json({ id, name, size, mediaType }, 201)
  })

  app.get('/api/:agency/files/:id', async (c) => {
    const harmony = await enter(c, c.req.param('agency'))
    const file = await readAttachedFile(harmony, { fileId: c.req.param('id') }, fileRights)
    return c.body(Readable.toWeb(file.bytes) as ReadableStream, 200, {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': attachmentHeader(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    })
  })

  app.get('/api/:agency/files/:id/preview', compress(), async (c) => {
    const harmony = await enter(c, c.req.param('agency'))
    const wanted = { fileId: c.req.param('id'), from: Number(c.req.query('from') ?? 1) }
    const { name, total, pages } = await readPages(harmony, wanted, fileRights)
    return c.html(frameOf(name, total, pages), 200, { 'Content-Security-Policy': FRAME_POLICY })
  })

  app.get('/api/:agency/files/:id/picture', async (c) => {
    const harmony = await enter(c, c.req.param('agency'))
    const file = await readAttachedFile(harmony, { fileId: c.req.param('id') }, fileRights)
    if (!shownPictures.has(file.mediaType)) {
      file.bytes.destroy()
      throw new NotFoundError('file.no-preview')
    }
    return c.body(Readable.toWeb(file.bytes) as ReadableStream, 200, {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Security-Policy': PICTURE_POLICY,
    })
  })
  return app
}
