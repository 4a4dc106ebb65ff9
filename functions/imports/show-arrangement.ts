import type { Language } from '../../shared/people.ts'
import { pageFailures } from './page-failures.ts'
import type { PageArrangement } from './records.ts'

/** A splitting or merging as people see it. */
export const showArrangement = ({ reason, pages, ...arrangement }: PageArrangement, language: Language) => ({
  ...arrangement,
  reason: reason === null ? null : { code: reason, text: pageFailures[reason][language], pages },
})
