import { isOtherType, typeOf } from '../documents/file-types.ts'
import type { Report } from './records.ts'

/** A report as people are told of it: its type is what its bytes tell, and whether that was announced (B-12). */
export const showReport = (report: Report) => ({
  ...report,
  contentType: typeOf(report),
  announcedType: report.contentType,
  typeDiffers: isOtherType(report),
})
