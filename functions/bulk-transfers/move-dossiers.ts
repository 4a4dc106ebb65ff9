/** Plans bulk transfers and moves dossiers, task by task, with rights that no function of the API has (D-12). */
import { perform } from '../kernel/perform.ts'
import { tasks } from './tasks/tasks.ts'

export const handler = perform('move-dossiers', tasks)
