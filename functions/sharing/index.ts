import { serve } from '../kernel/serve.ts'
import { endShare } from './handlers/end-share.ts'
import { giveShare } from './handlers/give-share.ts'
import { listShares } from './handlers/list-shares.ts'
import { shareDossier } from './handlers/share-dossier.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { giveShare, shareDossier, endShare, listShares })
