/// Whose session the sender of a request proved; enough of two ids to count connections by.
struct SessionProof: Hashable, Sendable {
  let session: UInt64
  let person: UInt64
}
