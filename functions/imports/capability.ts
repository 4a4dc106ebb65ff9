import { capability } from '../../shared/contract/capability.ts'
import { rules } from './rules.ts'

export const imports = capability({
  name: 'imports',
  summary: 'How documents come besides one by one: many at once, by e-mail, from the pages of others',
  routes: {},
  rules,
  records: [],
})
