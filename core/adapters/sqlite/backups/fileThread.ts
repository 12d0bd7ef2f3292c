import { parentPort, workerData } from 'node:worker_threads'
import { look } from './verify.ts'

// A thread of its own: looks once, says what it saw, and is gone. What cannot be read comes back as a text.

let seen: { value: unknown } | { error: string }
try {
  seen = { value: look(workerData) }
} catch (error) {
  seen = { error: error instanceof Error ? error.message : String(error) }
}
parentPort?.postMessage(seen)
