import type { Profile, Role } from '../roles.ts'

/** The pool of people who may sign in. Every act may be repeated without harm. */
export interface Directory {
  /** Makes the user if there is none, without any mail, and keeps its address. */
  ensureUser(user: { personId: string; email: string; name: string }): Promise<void>
  /** Puts the user in exactly these groups. */
  setGroups(personId: string, groups: readonly (Role | Profile)[]): Promise<void>
  /** Lets the user sign in; or no longer, and signs them out wherever they are. */
  setAdmitted(personId: string, admitted: boolean): Promise<void>
  /** Sets the password for good; it meets `passwordRule`. */
  setPassword(personId: string, password: string): Promise<void>
}

/** The one rule for passwords; the pool's policy is made from it. */
export const passwordRule = { minimumLength: 12, maximumLength: 128 } as const
