/// What jobs work on: the write connection and whatever the engine keeps beside it.
///
/// Made, used and released on the writer's thread, so it needs no lock and is not Sendable.
package protocol WriterContext: AnyObject, SendableMetatype {
  var connection: Connection { get }

  /// A transaction was undone: forget everything learnt since the last commit.
  ///
  /// A job that throws before it changed a row undoes nothing, so this is not called then: such
  /// a job must not have touched the context's caches.
  func batchDidRollBack()

  /// A transaction was committed, and nobody was answered yet.
  func batchDidCommit()
}

/// A context without caches.
package final class BareContext: WriterContext {
  package let connection: Connection

  package init(_ connection: Connection) {
    self.connection = connection
  }

  package func batchDidRollBack() {}
  package func batchDidCommit() {}
}
