import { serve } from '../kernel/serve.ts'
import { changeParty } from './handlers/change-party.ts'
import { createParty } from './handlers/create-party.ts'
import { listParties } from './handlers/list-parties.ts'
import { processDocument } from './handlers/process-document.ts'
import { readDuplicates } from './handlers/read-duplicates.ts'
import { readParty } from './handlers/read-party.ts'
import { submitDocument } from './handlers/submit-document.ts'
import { withdrawSubmission } from './handlers/withdraw-submission.ts'
import { routes } from './routes.ts'

const handlers = {
  processDocument,
  readDuplicates,
  submitDocument,
  withdrawSubmission,
  createParty,
  listParties,
  readParty,
  changeParty,
}

export const handler = serve(routes, handlers)
