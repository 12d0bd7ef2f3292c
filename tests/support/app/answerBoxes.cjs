// Loaded into the app's main process before the app itself (electron -r): a message box is answered with the button of the
// next label in ANSWERS, and what it said is remembered. One that no answer is left for stays open.

const { dialog } = require('electron')

const answers = JSON.parse(process.env['ANSWERS'] ?? '[]')
globalThis.boxes = []
dialog.showMessageBox = async (...args) => {
  const { message, detail, buttons } = args.at(-1)
  globalThis.boxes.push({ message, detail, buttons })
  const answer = answers.shift()
  if (answer === undefined) return new Promise(() => {})
  return { response: buttons.indexOf(answer), checkboxChecked: false }
}
