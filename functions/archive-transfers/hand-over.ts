/** Carries documents into the archive, task by task, with rights that no function of the API has (P-09). */
import { s3Archive } from '../../shared/ports/aws/s3-archive.ts'
import { environment } from '../kernel/environment.ts'
import { perform } from '../kernel/perform.ts'
import { tasksOf } from './tasks/tasks-of.ts'

export const handler = perform('hand-over', tasksOf(s3Archive({ buckets: environment.buckets })))
