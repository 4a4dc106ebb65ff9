/** Every capability, one line each. Stacks, grants, indexes, documents and tests iterate over this list. */
import type { Capability } from '../shared/contract/capability.ts'
import { clock } from './clock/capability.ts'
import { documents } from './documents/capability.ts'
import { dossiers } from './dossiers/capability.ts'
import { mail } from './mail/capability.ts'
import { outbox } from './outbox/capability.ts'

export const catalogue: readonly Capability[] = [dossiers, documents, mail, outbox, clock]
