import { v7 } from 'uuid'

/** Makes a new id: a UUIDv7, so that ids sort by the time they were made. */
export type NewId = () => string

export const newUuid: NewId = () => v7()
