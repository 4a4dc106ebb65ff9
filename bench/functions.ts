/** Every function that a tenant gets, as infra sees them. */
import { catalogue } from '../functions/catalogue.ts'
import { partsOf } from '../infra/constructs/parts.ts'

export const functions = partsOf(catalogue)
