// Loaded into the app's main process before the app itself (electron -r): says when the app was ready, when it opened
// its window, and when the first screen could be used, in milliseconds since 1970; then quits the app.

const { app } = require('electron')

const now = () => performance.timeOrigin + performance.now()
const marks = {}

app.once('ready', () => (marks.ready = now()))
app.once('browser-window-created', () => (marks.window = now()))
app.once('web-contents-created', (_event, contents) =>
  contents.once('dom-ready', async () => {
    marks.usable = await contents.executeJavaScript(`(${whenUsable})()`)
    process.stdout.write(`\nstarted ${JSON.stringify(marks)}\n`)
    app.quit()
  }),
)

/** In the page. Looks once a frame, and answers when the frame in which it was usable had been drawn. */
function whenUsable() {
  const isUsable = () => {
    const field = document.querySelector('[role=dialog] input')
    const rows = [...document.querySelectorAll('main [role=grid] [role=row]')]
    const areRead = rows.length > 1 && rows.every((row) => row.textContent !== '')
    return field !== null && field === document.activeElement && !field.disabled && areRead
  }
  return new Promise((resolve) => {
    const look = () => {
      if (!isUsable()) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      port2.postMessage(null) // comes after this frame
    }
    requestAnimationFrame(look)
  })
}
