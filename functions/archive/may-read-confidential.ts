import type { AsLoaded, Tools } from '../kernel/handler.ts'

type Asking = Pick<Tools, 'may'> &
  Required<Pick<AsLoaded, 'dossier'>> &
  Pick<AsLoaded, 'access' | 'share' | 'assignment'>

/** Whether somebody may read what is confidential in the archive of a dossier: what lies apart for that is looked at (D-09). */
export const mayReadConfidential = ({ may, dossier, access, share, assignment }: Asking): boolean =>
  may('archive.read', { dossier, access, share, assignment, entry: { confidential: true } })
