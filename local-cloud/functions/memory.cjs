// Watches the memory of the whole process from a thread of its own: a function that blocks its loop is watched as well, and buffers count.
// Plain JavaScript, as child.cjs. Loaded by the function's process it is the handle, started as a thread it is the watch.
const { Worker, isMainThread, workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')

const BUSY = 0
const PEAK = 1
/** Never notified: what one sleeps on between two samples. */
const NEVER = 2
const SAMPLE_MILLISECONDS = 10
/** The pipe on which the parent reads why the process ended. */
const LAST_WORDS = 4

function sample(shared, limit) {
  const megabytes = Math.ceil(process.memoryUsage.rss() / (1024 * 1024))
  if (megabytes > shared[PEAK]) shared[PEAK] = megabytes
  if (megabytes <= limit) return
  writeSync(LAST_WORDS, String(megabytes))
  process.kill(process.pid, 'SIGKILL')
}

function watchMemory(limit) {
  const shared = new Int32Array(new SharedArrayBuffer(12))
  new Worker(__filename, { workerData: { shared, limit } }).unref()
  return {
    begin() {
      shared[PEAK] = 0
      Atomics.store(shared, BUSY, 1)
      Atomics.notify(shared, BUSY)
    },
    /** The peak since `begin`, in megabytes. */
    end() {
      sample(shared, limit)
      Atomics.store(shared, BUSY, 0)
      return shared[PEAK]
    },
  }
}

if (isMainThread) module.exports = { watchMemory }
else
  for (const { shared, limit } = workerData; ; ) {
    Atomics.wait(shared, BUSY, 0)
    Atomics.wait(shared, NEVER, 0, SAMPLE_MILLISECONDS)
    sample(shared, limit)
  }
