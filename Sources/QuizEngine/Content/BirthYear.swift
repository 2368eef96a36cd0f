/// The year of a date of birth in any usual shape; the rest is not kept.
///
/// `2013`, `15/03/2013`, `15-3-13`, `2013-03-15`, each also with a time; `15032013`,
/// `02-Thg3-2015`, `ngày 2 tháng 3 năm 2015`, and the number under which Excel keeps a date.
///
/// - Parameter latest: the present year; nobody was born after it.
func birthYear(_ text: String, latest: Int) -> Int? {
  guard text.utf8.count <= 60, let numbers = numbers(in: text) else { return nil }
  let year: Int?
  switch numbers.count {
  case 0: year = nil
  case 1: year = single(numbers[0], latest)
  case 2: year = pair(numbers[0], numbers[1])
  default:
    guard numbers.dropFirst(3).allSatisfy({ $0.value < 1000 }), numbers.count <= 7
    else { return nil }
    year = date(Array(numbers.prefix(3)), latest)
  }
  guard let year, ((latest - oldest)...latest).contains(year) else { return nil }
  return year
}

/// Nobody on a list of a school is older, in years.
///
/// A year alone in a cell that shows dates lies below: Excel shows the 2,015th day since 1900, which
/// is in 1905.
private let oldest = 100

private struct DateNumber {
  let value: Int
  let digits: Int
}

/// The numbers of a date, names of months among them; nil where anything else stands.
private func numbers(in text: String) -> [DateNumber]? {
  var numbers: [DateNumber] = []
  for part in foldedName(text).split(separator: " ") {
    var rest = Array(part.utf8)[...]
    while let first = rest.first {
      let isDigit = (0x30...0x39).contains(first)
      let run = rest.prefix { (0x30...0x39).contains($0) == isDigit }
      rest = rest.dropFirst(run.count)
      let word = String(decoding: run, as: UTF8.self)
      if isDigit {
        guard run.count <= 9, let value = wholeNumber(word) else { return nil }
        numbers.append(DateNumber(value: value, digits: run.count))
      } else if let month = months.firstIndex(of: String(word.prefix(3))), word.utf8.count >= 3,
        !fillers.contains(word)
      {
        numbers.append(DateNumber(value: month + 1, digits: 2))
      } else if !fillers.contains(word) {
        return nil
      }
    }
  }
  return numbers
}

private let months = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]

private let fillers: Set<String> = [
  "ngay", "thang", "thg", "nam", "t", "z", "sa", "ch", "am", "pm",
]

private func single(_ number: DateNumber, _ latest: Int) -> Int? {
  let value = number.value
  switch number.digits {
  case 4: return value
  case 5: return serialYear(value)
  case 8:
    let dayFirst = [
      DateNumber(value: value / 1_000_000, digits: 2),
      DateNumber(value: value / 10_000 % 100, digits: 2),
      DateNumber(value: value % 10_000, digits: 4),
    ]
    if let year = date(dayFirst, latest), (1900...latest).contains(year) { return year }
    return date(
      [
        DateNumber(value: value / 10_000, digits: 4),
        DateNumber(value: value / 100 % 100, digits: 2), DateNumber(value: value % 100, digits: 2),
      ], latest)
  default: return nil
  }
}

/// `3/2015`, or a date of Excel with a time of day behind its comma.
private func pair(_ first: DateNumber, _ second: DateNumber) -> Int? {
  if first.digits == 5 { return serialYear(first.value) }
  return second.digits == 4 && (1...12).contains(first.value) ? second.value : nil
}

private func date(_ parts: [DateNumber], _ latest: Int) -> Int? {
  guard parts.count == 3 else { return nil }
  let isYearFirst = parts[0].digits == 4
  let (written, day, month) =
    isYearFirst
    ? (parts[0], parts[2].value, parts[1].value) : (parts[2], parts[0].value, parts[1].value)
  let year: Int
  switch written.digits {
  case 4: year = written.value
  case 1...2 where !isYearFirst:
    year = written.value <= latest % 100 ? 2000 + written.value : 1900 + written.value
  default: return nil
  }
  // Month before day, as an American Excel writes; the year is the same.
  let exists =
    CalendarTime(year: year, month: month, day: day) != nil
    || CalendarTime(year: year, month: day, day: month) != nil
  return exists ? year : nil
}

/// Excel counts days from 1900; 25,569 is the first of 1970 (ECMA-376 part 1, 18.17.4.1).
private func serialYear(_ days: Int) -> Int {
  CalendarTime(Instant(milliseconds: Int64(days - 25_569) * 86_400_000)).year
}
