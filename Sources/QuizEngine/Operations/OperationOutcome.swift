/// What an operation gives back.
package struct OperationOutcome: Hashable, Sendable {
  package var table: Table?
  package var documents: [Document]
  /// What was done, for the person at the terminal.
  package var notes: [LocalizedText]
  /// What a person at a terminal reads in place of the table, where that is only for programs.
  package var prose: LocalizedText?
  /// Why the command counts as failed although there is something to show.
  package var failure: LocalizedText?

  /// A finished file.
  package struct Document: Hashable, Sendable {
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]
    /// Only its owner may read it: it holds secrets.
    package let isSecret: Bool

    package init(name: String, mediaType: String, bytes: [UInt8], isSecret: Bool = false) {
      self.name = name
      self.mediaType = mediaType
      self.bytes = bytes
      self.isSecret = isSecret
    }
  }

  package init(
    table: Table? = nil, documents: [Document] = [], notes: [LocalizedText] = []
  ) {
    self.table = table
    self.documents = documents
    self.notes = notes
  }

  /// A table with one note.
  init(_ table: Table?, vi: String, en: String) {
    self.init(table: table, notes: [LocalizedText(vi: vi, en: en)])
  }
}
