/** Who may do what with spaces and their applications, as C-03 … C-06 say it; written without reading the rules. */
import { allowed, type Cases, type Persona } from '../../shared/rules/cases.ts'

/** C-03's levels: each gives those below, and a space's administrator is administrator of all its applications. */
const administrator: readonly Persona[] = ['administrator of the space']
const applicationAdministrator: readonly Persona[] = ['administrator of the application']
const author: readonly Persona[] = ['author in the application']
/** C-05: a guest reads what they were given to read, like anyone. */
const reader: readonly Persona[] = ['reader of the application', 'guest reader of the application']

/** Whoever has any right in the space; one application of it and no other is enough (C-03). */
const peopleOfTheSpace: readonly Persona[] = [
  ...administrator,
  'member of the space',
  ...applicationAdministrator,
  ...author,
  ...reader,
  'administrator of another application',
]

export const cases = {
  // The super user manages spaces, whatever their state; a space's administrator does not change the space itself.
  'space.create': [allowed('C-04', ['super user'])],
  'space.change': [allowed('C-04', ['super user'])],

  // Closed, it is reached by its administrators alone; archived, it is read only (C-06).
  'space.read': [
    allowed('C-03', peopleOfTheSpace, { space: ['open', 'archived'] }),
    allowed('C-06', administrator, { space: ['closed'] }),
  ],
  'space.see-people': [
    allowed('C-05', peopleOfTheSpace, { space: ['open', 'archived'] }),
    allowed('C-06', administrator, { space: ['closed'] }),
    // Whoever sets the rights of people there sees whose they are.
    allowed('C-04', ['user manager']),
  ],

  'space.choose-applications': [allowed('C-06', administrator, { space: ['open', 'closed'] })],
  'space.set-rights': [
    allowed('C-06', administrator, { space: ['open', 'closed'] }),
    // C-04: the user manager changes rights.
    allowed('C-04', ['user manager'], { space: ['open', 'closed'] }),
  ],

  // C-03's levels, the same in all six applications:
  //                                   read | write | administer
  // administrator of the space        yes  | yes   | yes         also in a closed space
  // administrator of the application  yes  | yes   | yes
  // author                            yes  | yes   | –
  // reader, a guest too               yes  | –     | –
  // member without this application   –    | –     | –
  // An archived space is read only (C-06), for those who could read it.
  'application.read': [
    allowed('C-03', administrator, { space: ['open', 'closed', 'archived'] }),
    allowed('C-03', applicationAdministrator, { space: ['open', 'archived'] }),
    allowed('C-03', author, { space: ['open', 'archived'] }),
    allowed('C-03', reader, { space: ['open', 'archived'] }),
  ],
  'application.write': [
    allowed('C-03', administrator, { space: ['open', 'closed'] }),
    allowed('C-03', applicationAdministrator, { space: ['open'] }),
    allowed('C-03', author, { space: ['open'] }),
  ],
  'application.administer': [
    allowed('C-03', administrator, { space: ['open', 'closed'] }),
    allowed('C-03', applicationAdministrator, { space: ['open'] }),
  ],
} as const satisfies Cases
