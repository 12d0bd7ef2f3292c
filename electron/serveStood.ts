import { z } from 'zod'
import type { Moment, Warehouse } from '../core/index.ts'
import { fieldsOf } from './fields.ts'
import type { Ipc } from './ipc.ts'
import { type Jobs, jobId } from './jobs.ts'

/** Every SKU as it stood: all of history is read, which takes its time. @param warehouse the one that is open now */
export function serveStood(ipc: Ipc, warehouse: () => Warehouse, jobs: Jobs): void {
  ipc.serve('stood', z.tuple([fieldsOf<Moment>(), jobId]), (moment, job) =>
    jobs.run(job, (options) => warehouse().stood(moment, options)),
  )
}
