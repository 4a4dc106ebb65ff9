import { resource } from '../../shared/contract/resource.ts'
import { People } from '../../shared/people.ts'
import { the } from '../../shared/table/table.ts'
import { client } from '../clients/resource.ts'
import { dossier } from '../dossiers/resource.ts'

/** Whoever is asked about; who may not ask is not told that there is such a person (B-01). */
export const personInQuestion = resource({
  kind: 'person',
  known: 'question.ask-about-person',
  load: ({ params: { personId = '' } }) => ({ member: the(People, { personId }) }),
})

/** A dossier that is asked about: who may ask may know of it, whatever their sheet opens (B-02). */
export const dossierInQuestion = resource({ ...dossier, known: ['dossier.know', 'question.ask-about-dossier'] })

/** A client that is asked about; the same. */
export const clientInQuestion = resource({ ...client, known: ['client.read', 'question.ask-about-client'] })
