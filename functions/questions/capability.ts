import { capability } from '../../shared/contract/capability.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const questions = capability({
  name: 'questions',
  summary: 'Why somebody may, who may, who could at a date: every answer from the rules that decide',
  routes,
  rules,
  records: [],
})
