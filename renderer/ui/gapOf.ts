/**
 * The pixels that are left of the room behind as many letters as fit before an ellipsis; 0: the text fits whole. The first
 * letter is shown in any case, even where it leaves too little room for the ellipsis.
 */
export function gapOf(text: string, room: number, width: (text: string) => number): number {
  const letters = [...text].map(width)
  if (letters.reduce((sum, letter) => sum + letter, 0) <= room + 0.5) return 0
  let left = room - width('…')
  for (const letter of letters) {
    if (letter > left) break
    left -= letter
  }
  return letters[0]! > room - width('…') ? 0 : left
}
