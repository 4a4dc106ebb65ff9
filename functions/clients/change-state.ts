import type { Stored } from '../../shared/table/record.ts'
import { update } from '../../shared/table/table.ts'
import { type Client, Clients } from './records.ts'

/** The outcome of putting a client into a state; of one that is in it already, nothing is written. */
export const changeState = (client: Stored<Client>, state: Client['state']) =>
  client.state === state
    ? { view: client, version: client.version }
    : {
        view: { ...client, state },
        version: client.version + 1,
        writes: [update(Clients, client, { state })],
      }
