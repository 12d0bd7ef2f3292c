/** A menu or dialog gives the focus back in the frame after it is closed; what an action gives it to would lose it again. */
export const afterFocusReturned = (action: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(action))
}
