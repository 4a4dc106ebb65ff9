import { People } from '../../shared/people.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import type { Profile } from '../../shared/roles.ts'
import { perhaps } from '../../shared/table/table.ts'
import { DossierAccesses } from '../dossiers/records.ts'
import type { Tools } from '../kernel/handler.ts'

type Asked = Pick<Tools, 'read'> & {
  readonly dossier: { readonly dossierId: string }
  readonly input: { readonly profile: Profile }
}

/**
 * Why nobody can ask for the person who has this address already: they have access (oneself among them), they are no
 * client user, or they have another profile (P-01). `undefined` when one can.
 */
export const whyNotAsk = async (
  { dossier: { dossierId }, input, read }: Asked,
  personId: string,
): Promise<Problem | undefined> => {
  const { person, access } = await read({
    person: perhaps(People, { personId }),
    access: perhaps(DossierAccesses, { dossierId, personId }),
  })
  if (access !== undefined) return problem('already-assigned')
  if (person === undefined || person.kind === 'member' || person.status === 'inactive') return problem('email-taken')
  return person.profile === input.profile ? undefined : problem('profile-differs')
}
