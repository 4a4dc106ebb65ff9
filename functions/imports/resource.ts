import { resource } from '../../shared/contract/resource.ts'
import { perhaps, the } from '../../shared/table/table.ts'
import { Dossiers } from '../dossiers/records.ts'
import { tiesTo } from '../dossiers/resource.ts'
import { Imports, InboundAddresses, InboundMails, PageArrangements } from './records.ts'

/** Files that come together, with their dossier and what the actor is to that. Each is decided on as a document. */
export const importOf = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '', importId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    batch: the(Imports, { dossierId, importId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** A splitting or merging of pages, likewise. */
export const pageArrangement = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '', arrangementId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    arrangement: the(PageArrangements, { dossierId, arrangementId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** A dossier with the address by which it takes in e-mail, once it has one. */
export const addressedDossier = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    address: perhaps(InboundAddresses, { dossierId }),
    ...tiesTo(dossierId, actorId),
  }),
})

/** An e-mail that came to a dossier. */
export const inboundMail = resource({
  kind: 'dossier',
  known: 'dossier.know',
  load: ({ params: { dossierId = '', mailId = '' }, actorId }) => ({
    dossier: the(Dossiers, { dossierId }),
    mail: the(InboundMails, { dossierId, mailId }),
    ...tiesTo(dossierId, actorId),
  }),
})
