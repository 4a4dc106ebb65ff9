import type { Role } from '../../shared/roles.ts'
import type { Sheet } from '../../shared/sheet.ts'
import { record } from '../../shared/table/record.ts'

/** What the organisation chose as the sheet of new members with a role (S-01). */
export type SheetDefault = { readonly role: Role; readonly sheet: Sheet }

export const SheetDefaults = record<SheetDefault>()({
  name: 'sheet-default',
  holds: 'The sheet that new members with a role are given, where the organisation chose one.',
  key: ({ role }: { role: string }) => ({ pk: 'ORGANISATION', sk: `SHEET-DEFAULT#${role}` }),
  by: {},
})

/** What the organisation chose for all of its dossiers and people (S-08). */
export type Workspace = {
  /** Whether its members are let know that a dossier exists which they may not open (D-22). */
  readonly dossiersMet: boolean
  /** How many days an access request waits for its verdict (P-12). */
  readonly requestDays?: number
  /** How many days an access lasts that a request gave, from the grant on; `null` for no end (P-12). */
  readonly accessDays?: number | null
  /** How many days after a refusal the same access may be asked for again (P-12). */
  readonly refusalPauseDays?: number
}

export const Workspaces = record<Workspace>()({
  name: 'workspace',
  holds: 'What the organisation chose for all of its dossiers; until it does, its dossiers are not met.',
  key: (_: object) => ({ pk: 'ORGANISATION', sk: 'WORKSPACE' }),
  by: {},
})

/** What holds until the organisation chooses. */
const unchosenWorkspace = {
  dossiersMet: false,
  requestDays: 14,
  accessDays: null,
  refusalPauseDays: 7,
} as const satisfies Workspace

/** What holds at this moment: what was chosen, and else what holds until then. */
export const choicesOf = (workspace: Workspace | undefined): Required<Workspace> => {
  const { dossiersMet, requestDays, accessDays, refusalPauseDays } = { ...unchosenWorkspace, ...workspace }
  return { dossiersMet, requestDays, accessDays, refusalPauseDays }
}
