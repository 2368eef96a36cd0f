/// The one of `names` that `name` was probably meant to be; nil when none is close.
///
/// Close is at most one slip in three letters, and never more than three.
package func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().utf8.prefix(64))
  let limit = min(3, max(1, wanted.count / 3))
  var best: (name: String, slips: Int)?
  for candidate in names where candidate != name {
    let slips = slipCount(wanted, Array(candidate.lowercased().utf8.prefix(64)))
    if slips <= limit, slips < best?.slips ?? .max { best = (candidate, slips) }
  }
  return best?.name
}

/// Letters to insert, remove, replace or swap with the neighbour (optimal string alignment).
private func slipCount(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var older: [Int] = []
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var slips = min(
        previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        slips = min(slips, older[column - 1] + 1)
      }
      current.append(slips)
    }
    older = previous
    previous = current
  }
  return previous[right.count]
}
