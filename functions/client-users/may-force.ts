import type { AsLoaded, Tools } from '../kernel/handler.ts'

type Things = Pick<AsLoaded, 'dossier' | 'access' | 'share' | 'assignment' | 'user' | 'userAccess'>

/** Whether the last Administrator is taken away all the same: asked for, and by whoever may deactivate them: the office (P-03). */
export const isForced = (
  force: boolean | undefined,
  { may, dossier, access, share, assignment, user, userAccess }: Pick<Tools, 'may'> & Things,
): boolean =>
  force === true && may('client-user.deactivate', { dossier, access, share, assignment, user, userAccess } as AsLoaded)
