/**
 * The permission sheet of a member: five areas × (view, edit), as `requirements/practice.md` tables them (S-01…S-09).
 */
import type { Bilingual } from './roles.ts'

/** How far one right of a sheet goes. Calendars know `own` and `all`; settings `none` and `all`; the rest these three. */
export type Breadth = 'none' | 'own' | 'assigned' | 'all'

export const areas = {
  profiles: { en: 'client and contact profiles', fr: 'profils des clients et contacts' },
  documentation: { en: 'client and contact documentation', fr: 'documentation des clients et contacts' },
  calendars: { en: 'scheduling and calendars', fr: 'horaires et calendriers' },
  invoices: { en: 'invoices and payments', fr: 'factures et paiements' },
  settings: { en: 'workspace settings', fr: "paramètres de l'espace de travail" },
} as const satisfies Record<string, Bilingual>
export type Area = keyof typeof areas

/** The breadths that each area knows, narrowest first. */
export const breadthsOf = {
  profiles: ['none', 'assigned', 'all'],
  documentation: ['none', 'assigned', 'all'],
  calendars: ['own', 'all'],
  invoices: ['none', 'assigned', 'all'],
  settings: ['none', 'all'],
} as const satisfies Record<Area, readonly Breadth[]>

export type Right<B extends Breadth = Breadth> = { readonly view: B; readonly edit: B }
export type Sheet = { readonly [A in Area]: Right<(typeof breadthsOf)[A][number]> }

const width: Record<Breadth, number> = { none: 0, own: 1, assigned: 2, all: 3 }

/** Says whether a breadth reaches at least as far as another (`all` reaches `assigned`). */
export const reaches = (has: Breadth, asked: Breadth): boolean => width[has] >= width[asked]

/** The areas in which a sheet edits more than it views; S-09 refuses such a sheet. */
export const editExceedsView = (sheet: Sheet): Area[] =>
  (Object.keys(areas) as Area[]).filter((area) => !reaches(sheet[area].view, sheet[area].edit))

const right = <B extends Breadth>(view: B, edit: B = view): Right<B> => ({ view, edit })

/** A sheet that opens everything: the first administrator's. */
export const fullSheet: Sheet = {
  profiles: right('all'),
  documentation: right('all'),
  calendars: right('all'),
  invoices: right('all'),
  settings: right('all'),
}

/** The default of a practitioner: their own and assigned clients, nothing of the settings. */
export const practitionerSheet: Sheet = {
  profiles: right('assigned'),
  documentation: right('assigned'),
  calendars: right('own'),
  invoices: right('none'),
  settings: right('none'),
}

/** The default of a guest: nothing of the organisation but their own calendar. */
export const guestSheet: Sheet = {
  profiles: right('none'),
  documentation: right('none'),
  calendars: right('own'),
  invoices: right('none'),
  settings: right('none'),
}

const wider = <B extends Breadth>(one: B, other: B): B => (reaches(one, other) ? one : other)

/** The sheet that gives what either gives, area by area. */
export const widestOf = (one: Sheet, other: Sheet): Sheet =>
  Object.fromEntries(
    (Object.keys(areas) as Area[]).map((area) => [
      area,
      {
        view: wider<Breadth>(one[area].view, other[area].view),
        edit: wider<Breadth>(one[area].edit, other[area].edit),
      },
    ]),
  ) as Sheet
