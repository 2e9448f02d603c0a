/** A file as a browser's file input takes it. */
export interface TestFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A small file of plain text. */
export function textFile(name: string, words: string): TestFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(words, 'utf8') }
}

/** The smallest whole PDF: one empty page. */
export function pdfFile(name: string): TestFile {
  const body = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ]
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body.join('\n'), 'latin1') }
}
