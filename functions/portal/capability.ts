import { capability } from '../../shared/contract/capability.ts'
import { PortalSettingsOf } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const portal = capability({
  name: 'portal',
  summary:
    'What a dossier shows its client users beside documents: figures, history, payment, account numbers, messages',
  routes,
  rules,
  records: [PortalSettingsOf],
})
