import { problem } from '../../../shared/problems.ts'
import { remove } from '../../../shared/table/table.ts'
import type { Handler } from '../../kernel/handler.ts'
import { ClientGroups } from '../records.ts'
import type { routes } from '../routes.ts'

/** Deletes a group that no dossier is in; one that comes into it at the same moment is a conflict of one of the two. */
export const deleteClientGroup: Handler<typeof routes.deleteClientGroup> = ({ group }) =>
  group.dossiers > 0 ? problem('client-group-not-empty') : { view: {}, writes: [remove(ClientGroups, group)] }
