/** From a request to the page that answers it: what a change would give and take (B-04). */
import type { Person } from '../../shared/people.ts'
import type { Change } from '../../shared/rules/changes.ts'
import type { AsLoaded, Tools } from '../kernel/handler.ts'
import { showDifference } from './present-reach.ts'
import { simulate } from './simulation.ts'

type Asked = { readonly limit: number; readonly cursor?: string | undefined }

/** A page of it; `within` is the dossier that the change is about, with what the asker is to it, if it is about one. */
export const askChange = async (tools: Tools, change: Change, asked: Asked, within: AsLoaded = {}) => {
  const { differences, cursor, simulation } = await simulate(tools, change, asked)
  const named = (person: Person): boolean =>
    person.kind === 'member'
      ? tools.may('member.read', { member: person })
      : within.dossier !== undefined && tools.may('client-user.list', within)
  return { changes: differences.map((one) => showDifference(tools, one, named)), cursor, simulation }
}
