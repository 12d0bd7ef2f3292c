import { useContext, useEffect, useRef } from 'react'
import { type Request, RequestContext, type Screen } from './screens.ts'

/** Does what another screen asked of this one, once for each time that it was asked. */
export function useRequest(screen: Screen, take: (request: Request) => void): void {
  const request = useContext(RequestContext)
  const taken = useRef(0)
  useEffect(() => {
    if (request.screen !== screen || request.asked === taken.current) return
    taken.current = request.asked
    take(request)
  })
}
