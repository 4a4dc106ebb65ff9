import { type ClientUser, changePerson, People } from '../../shared/people.ts'
import type { Stored } from '../../shared/table/record.ts'
import { require, type Write } from '../../shared/table/table.ts'

/** The writes after which a client user has so many dossiers more; whoever was never counted only stays as they are. */
export const countDossiers = (user: Stored<ClientUser>, more: 1 | 0 | -1): readonly Write[] =>
  user.dossiers === undefined || more === 0
    ? [require(People, user)]
    : changePerson(user, { dossiers: user.dossiers + more })
