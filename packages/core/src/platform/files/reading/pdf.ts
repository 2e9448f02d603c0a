import { extractText, getDocumentProxy } from 'unpdf'

/**
 * The text of a PDF, page after page; scripts in it are never run.
 * @throws when it is broken or asks for a password
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  })
  const { text } = await extractText(document, { mergePages: false })
  return text.join('\n\n')
}
