import { extractText, getDocumentProxy } from 'unpdf'
import { CannotExtract, type Extracted, limits } from './extracted.ts'

export const fromPdf = async (bytes: Uint8Array): Promise<Extracted> => {
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0 })
    if (pdf.numPages > limits.pages) throw new CannotExtract('too-many-pages')
    const { text } = await extractText(pdf, { mergePages: false })
    return { outcome: 'done', text: text.join('\n\n'), pages: pdf.numPages }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new CannotExtract('protected')
    throw error
  }
}
