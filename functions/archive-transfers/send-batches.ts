/** Sends many documents part by part, with rights that no function of the API has (P-09). */
import { perform } from '../kernel/perform.ts'
import { tasks } from './batches/tasks/tasks.ts'

export const handler = perform('send-batches', tasks)
