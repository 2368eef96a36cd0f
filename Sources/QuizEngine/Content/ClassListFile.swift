/// What somebody sent as a class list, whatever its format: known by content, never by the name.
enum ClassListFile {
  /// As much as lists of schools hold; whoever has more splits the file.
  static let workbookLimits = WorkbookLimits(
    sheets: 50, rows: 20_000, columns: 256, cells: 400_000, cellBytes: 2000, text: 10 << 20,
    unpacked: 30 << 20)

  static func read(_ bytes: [UInt8], file: String) -> ClassListSheets {
    guard Workbook.looksLikeZip(bytes) || Workbook.looksLikeCompoundFile(bytes) else {
      let limits = CSVLimits(cellBytes: 2000)
      return ClassListSheets([
        CSVReader.read(bytes, file: file, limits: limits, score: ClassListLayout.score)
      ])
    }
    do throws(WorkbookFault) {
      let workbook = try Workbook.read(bytes, file: file, limits: workbookLimits)
      return ClassListSheets(workbook, file: file)
    } catch {
      let place = SourceLocation(file: file, line: 1, column: 1)
      return ClassListSheets([
        TextSheet(file: file, rows: [], issues: [SourceIssue(place, error.message)])
      ])
    }
  }
}

/// Which sheet of a workbook somebody names as the list.
package enum SheetChoice: Hashable, Sendable {
  /// Counted from 1 in the order of the tabs, the hidden ones too.
  case number(Int)
  case name(String)
}
