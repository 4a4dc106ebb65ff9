import { capability } from '../../shared/contract/capability.ts'
import { SheetDefaults, Workspaces } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const settings = capability({
  name: 'settings',
  summary: "The workspace settings: the organisation's own choices, and the defaults of its roles",
  routes,
  rules,
  records: [SheetDefaults, Workspaces],
})
