import { parentPort, workerData } from 'node:worker_threads'
import { StorageError } from '../../../ports/storageError.ts'
import { runFileTask } from './fileTask.ts'

// The entry point of the worker thread. A StorageError is posted as data, since cloning would lose its class.

try {
  parentPort?.postMessage({ value: await runFileTask(workerData, (progress) => parentPort?.postMessage({ progress })) })
} catch (error) {
  if (!(error instanceof StorageError)) throw error
  parentPort?.postMessage({ failure: { code: error.code, details: error.details } })
}
