// Loaded into main first: the first statement fails in a way that nobody foresaw, as in a version that cannot read its data.
const Database = require('better-sqlite3')

const { prepare } = Database.prototype
Database.prototype.prepare = () => {
  Database.prototype.prepare = prepare
  throw new TypeError('cannot read a column that is gone')
}
