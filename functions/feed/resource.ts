import { resource } from '../../shared/contract/resource.ts'
import { perhaps } from '../../shared/table/table.ts'
import { MailPreferences } from './records.ts'

/** Which mails whoever asks chose to get. */
export const mailPreference = resource({
  kind: 'organisation',
  known: null,
  load: ({ actorId: personId }) => ({ preference: perhaps(MailPreferences, { personId }) }),
})
