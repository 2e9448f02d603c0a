import { previewFile, previewFileInput, previewFileOutput } from '@harmony/core/platform'
import { fileRights } from '../http/file-rights.ts'
import { member, router } from '../trpc/init.ts'

/** What can be shown of attachments; their bytes and drawn pages come over HTTP beside this. */
export const fileRouter = router({
  preview: member
    .input(previewFileInput)
    .output(previewFileOutput)
    .query(({ ctx, input }) => previewFile(ctx.harmony, input, fileRights)),
})
