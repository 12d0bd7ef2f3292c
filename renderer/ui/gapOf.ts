/**
 * The pixels that are left of the room behind as many letters as fit before an ellipsis; 0: the text fits whole. The first
 * letter is shown in any case, even where it leaves too little room for the ellipsis.
 */
export function gapOf(text: string, room: number, width: (text: string) => number): number {
  if (width(text) <= room + 0.5) return 0
  const letters = [...text]
  const left = (count: number) => room - width('…') - width(letters.slice(0, count).join(''))
  let [most, tooMany] = [0, letters.length]
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (left(middle) >= 0) most = middle
    else tooMany = middle
  }
  return most === 0 ? 0 : left(most)
}
