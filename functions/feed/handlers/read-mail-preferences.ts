import type { Handler } from '../../kernel/handler.ts'
import { unchosen } from '../notice-kinds.ts'
import type { routes } from '../routes.ts'

/** Which mails whoever asks gets (B-06). */
export const readMailPreferences: Handler<typeof routes.readMailPreferences> = ({ preference }) =>
  preference === undefined
    ? { view: unchosen }
    : { view: { ...unchosen, ...preference.choices }, version: preference.version }
