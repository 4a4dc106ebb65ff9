import { serve } from '../kernel/serve.ts'
import { changeMailPreferences } from './handlers/change-mail-preferences.ts'
import { listFeed } from './handlers/list-feed.ts'
import { readMailPreferences } from './handlers/read-mail-preferences.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { listFeed, readMailPreferences, changeMailPreferences })
