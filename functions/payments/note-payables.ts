/** Told of documents that are ready or archived, notes those that are to be paid. */
import { consume } from '../kernel/consume.ts'
import { notePayable } from './note-payable.ts'

export const handler = consume('note-payables', {
  'document-ready': ({ data }, tools) => notePayable(data, tools),
  'document-archived': ({ data }, tools) => notePayable(data, tools),
})
