// Loaded into the app's main process before the app itself (electron -r): a worker thread sleeps three seconds before it
// begins, as if it had to check a huge file.

const { syncBuiltinESMExports } = require('node:module')
const threads = require('node:worker_threads')

const slow = (url) => `
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000)
  await import(${JSON.stringify(url.href)})`

threads.Worker = class extends threads.Worker {
  constructor(url, options) {
    super(new URL(`data:text/javascript,${encodeURIComponent(slow(url))}`), options)
  }
}
syncBuiltinESMExports()
