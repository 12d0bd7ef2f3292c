import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'
import type { Session } from './devtools.ts'
import { fromWeb, handlerOf } from './protocol.ts'

type Paused = Protocol.Fetch.requestPausedPayload

/** What the rules of a page say about an address. */
export type Rules = {
  mayNavigate(url: string): boolean
  mayOpenWindow(url: string): boolean
}

/** Where a page asks whether it may open a window, see popupGuard. */
export const windowRequests = '/.standin/window'

/** Answers every request of a page: by the app's handler of its scheme, or by the network. */
export function answerRequests(page: Session, targetId: string, rules: Rules): void {
  let asked: string | undefined // by the page itself: only that is announced as a navigation
  page.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
    if (frameId === targetId) asked = url
  })
  const isNavigation = ({ resourceType, frameId, request }: Paused) =>
    resourceType === 'Document' && frameId === targetId && request.url === asked
  const answer = async (paused: Paused): Promise<void> => {
    const { requestId, request } = paused
    const url = fromWeb(request.url)
    if (isNavigation(paused)) {
      asked = undefined
      if (!rules.mayNavigate(url)) return page.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    }
    if (new URL(url).pathname === windowRequests) {
      const responseCode = rules.mayOpenWindow(fromWeb(request.postData ?? '')) ? 200 : 204
      return page.tell('Fetch.fulfillRequest', { requestId, responseCode })
    }
    const handler = handlerOf(url)
    if (!handler) return page.tell('Fetch.continueRequest', { requestId })
    page.tell('Fetch.fulfillRequest', { requestId, ...(await fulfilment(await handler(requestOf(url, request)))) })
  }
  page.on('Fetch.requestPaused', (paused) => {
    answer(paused).catch((error) => {
      console.error(`${paused.request.url}:`, error)
      page.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' })
    })
  })
}

function requestOf(url: string, { method, headers, postDataEntries }: Protocol.Network.Request): Request {
  const body = postDataEntries?.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'))
  return new Request(url, { method, headers, ...(body && { body: Buffer.concat(body) }) })
}

async function fulfilment(response: Response) {
  return {
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  }
}
