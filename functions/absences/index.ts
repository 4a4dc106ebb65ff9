import { serve } from '../kernel/serve.ts'
import { endAbsence } from './handlers/end-absence.ts'
import { readAbsence } from './handlers/read-absence.ts'
import { setAbsence } from './handlers/set-absence.ts'
import { routes } from './routes.ts'

export const handler = serve(routes, { readAbsence, setAbsence, endAbsence })
