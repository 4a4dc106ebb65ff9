import { serve } from '../kernel/serve.ts'
import { readPortalSettings } from './handlers/read-portal-settings.ts'
import { setTransmission } from './handlers/set-transmission.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { readPortalSettings, setTransmission })
