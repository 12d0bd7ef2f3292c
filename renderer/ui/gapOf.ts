/** The pixels that are left of the room behind as many letters as fit before an ellipsis; 0: the text fits whole. */
export function gapOf(text: string, room: number, width: (text: string) => number): number {
  const letters = [...text].map(width)
  if (letters.reduce((sum, letter) => sum + letter, 0) <= room + 0.5) return 0
  let left = room - width('…')
  for (const letter of letters) {
    if (letter > left) return Math.max(0, left)
    left -= letter
  }
  return 0
}
