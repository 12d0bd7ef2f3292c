import type { Guide } from './guide.ts'

export const en: Guide = {
  begin: {
    title: 'Begin',
    text: [
      'Import your batches, then your orders, or enter them under “Receive & order”. A batch is some units of one SKU, in the warehouse or on their way to it. Each order line gets its place in a batch at once.',
      'An empty app also offers a sample: a small warehouse of its own to try things out in. It never touches your data, and is deleted as a whole.',
      'Every entry shows what it would cause before you confirm it. What you saw is what happens.',
    ],
  },
  damage: {
    title: 'Enter a damage',
    text: [
      'Open “Stock-take” and scan the label of the batch, or type a part of its reference and press Enter. Type how many units are gone, not how many are left, then Enter.',
      'Choose why: + leads there, a digit chooses. A note and photos can be added. Below stands what will happen: which order lines move to another batch, and which will wait. Confirm, and scan the next batch.',
      'If you are not sure yet whether units are sound, set them aside: the batch still holds them, and no order line may have them until they are released or removed.',
    ],
  },
  counting: {
    title: 'Count a batch',
    text: [
      'In “Stock-take” choose “Counted” and type how many units are there. The quantity of the batch becomes what you found; order lines move only when it holds too little for all of them.',
      'When the quantity has changed since you began, the count is refused, so that nothing is overwritten: look again, and count anew.',
    ],
  },
  countSheets: {
    title: 'Count sheets',
    text: [
      'A sheet is a list of batches to be counted, by several people if you like. Counting on it changes no stock. When all is agreed, “Post” applies the differences at once.',
      'A blind sheet tells nobody what is expected until it is posted. Where the difference is larger than the sheet allows, another person counts again.',
    ],
  },
  moves: {
    title: 'What “moves” means, and by which rule',
    text: [
      'When a batch holds too little for its order lines, some lose their place. Those are best protected that have the highest priority; among equals, the earliest due date; then the line that got its place earlier. A line without a due date is protected least.',
      'Best protected first, each line keeps its place if it still fits. The others move: each goes whole to the first batch that can hold it, stock in the warehouse before shipments, then the earliest arrival, then the oldest batch.',
      'So a large line may move while smaller, less protected ones behind it stay, because they still fit.',
    ],
  },
  waits: {
    title: 'What “waits” means, and by which rule',
    text: [
      'A line that fits into no batch waits. Lines are never split by themselves and never lost.',
      'Whenever room appears, it is offered to the waiting lines: highest priority first, then the earliest due date, then the line that has waited longest. One that does not fit is passed over.',
      '“Shortages” says for each waiting line why it waits, who has the stock that it would need, and the least that would help.',
    ],
  },
  late: {
    title: 'Late and overdue',
    text: [
      'Late: the batch of the line arrives after its due date. Overdue: the due date has passed, and the line has not left.',
      'When a shipment is put off, its lines stay, except those that would become late: they move to a batch that is in time, if one has room. The others are told of. A batch that comes earlier moves nothing.',
    ],
  },
  undo: {
    title: 'Take something back',
    text: [
      'Nearly every entry can be taken back, in “History” or beside its result, after a look at what that does. At once, everything is exactly as it was. Later, what happened in between is kept: a line goes back to its place only while that is free.',
      'A whole import can be taken back, too. A dispatch can, until it is confirmed that its goods have left.',
    ],
  },
  import: {
    title: 'Files to import',
    text: [
      'A CSV file with a row of headings. Batches: reference, SKU, quantity, and the day of arrival; no day means that it is in the warehouse. Order lines: order, SKU, quantity, and if you like the number of the line, due date, customer and priority (0 to 9). The app finds columns by their headings, and you can choose others.',
      'Separated by commas, semicolons or tabs; in UTF-8, UTF-16 or CP949. Drop the file anywhere in the window, choose it, or open it with the app.',
      'Wrong rows are left out and listed; save them, correct them, and import that file. The same file again changes nothing.',
    ],
  },
  backups: {
    title: 'Backups',
    text: [
      'A backup is made when the app starts, every quarter of an hour when something was entered, and whenever you like under “Backups”. Each is checked before it counts. One a day is kept for two weeks, one a week for twelve.',
      'Restoring one puts it in the place of the data; what was there is kept under another name. The screen says how many entries came since.',
      'Backups lie in the folder of the data. Copy that folder to another disk now and then, while the app is closed.',
    ],
  },
  sharing: {
    title: 'Work together',
    text: [
      'The data lies on this computer. Several people share it by saying who works here, below the list of screens: each entry keeps the name. Further windows show the same, live.',
      'Keep the folder of the data out of OneDrive, Dropbox and shared drives: a database that is copied or opened twice while it is in use can be damaged.',
      'Give others a printed count sheet, a list as a file or on paper, labels, or a mail when a SKU runs out, which is set up under “Settings”.',
    ],
  },
}
