import { People, type Person } from '../../../shared/people.ts'
import { compile, decide } from '../../../shared/rules/decide.ts'
import type { Stored } from '../../../shared/table/record.ts'
import { type Lookup, perhaps } from '../../../shared/table/table.ts'
import type { Document } from '../../documents/records.ts'
import { Dossiers } from '../../dossiers/records.ts'
import { tiesTo } from '../../dossiers/resource.ts'
import { situationOf } from '../../kernel/authorize.ts'
import { type PortalSettings, PortalSettingsOf } from '../../portal/records.ts'
import { rules } from '../../rules.ts'
import { whyNotSend } from '../why-not-send.ts'
import type { BatchReason } from './reasons.ts'

const policy = compile(rules)

/** What it takes to decide what somebody may send of a dossier, to be read in one call with its documents. */
export const neededToDecide = (dossierId: string, personId: string): Readonly<Record<string, Lookup>> => ({
  actor: perhaps(People, { personId }),
  dossier: perhaps(Dossiers, { dossierId }),
  settings: perhaps(PortalSettingsOf, { dossierId }),
  ...tiesTo(dossierId, personId),
})

/** Decides for somebody, on what was read, as it is at this moment. */
export const decideFor = (found: Readonly<Record<string, unknown>>, now: string) => {
  const settings = found.settings as Stored<PortalSettings> | undefined
  const { dossier, access, share, assignment } = found
  const may = (action: 'document.read' | 'document.send', document: Document): boolean => {
    const things = { dossier, access, share, assignment, document }
    return decide(policy, action, situationOf(found.actor as Person, things, now)).allowed
  }

  /** What the rules say of sending it: whom it is hidden from learns no more than that there is none. */
  const refusal = (document: Document | undefined): 'not-found' | 'not-allowed' | undefined => {
    if (found.actor === undefined || dossier === undefined || document === undefined) return 'not-found'
    if (!may('document.read', document)) return 'not-found'
    return may('document.send', document) ? undefined : 'not-allowed'
  }

  return {
    settings,
    refusal,
    /** Why they do not send it, by the rules or by its state; `undefined` where nothing stands in the way. */
    whyNot: (document: Document | undefined): BatchReason | undefined =>
      refusal(document) ?? whyNotSend(document as Document, settings?.rules ?? []),
  }
}
