import { runProgram } from '../../../desktop/runProgram.ts'

// Runs a program as npm start does: one that says when it is ready, and after Ctrl+C takes a while to close. It ends with the
// number of times that it was told.

const program = `
  let told = 0
  process.on('SIGINT', () => told++ || setTimeout(() => process.exit(told), 300))
  setInterval(() => {}, 1_000)
  console.log('ready')`
const { code } = await runProgram({ executable: process.execPath, args: ['-e', program] }, [])
process.exitCode = code ?? 99
