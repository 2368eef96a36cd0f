/// Why a zip file, or a file in it, was not read.
package enum ZipFault: Error, Hashable, Sendable {
  /// Not a zip file at all.
  case notZip
  /// Cut off, or its parts contradict each other.
  case damaged
  /// Needs a password.
  case encrypted
  /// Made for sizes above 4 GiB, or in several volumes.
  case unusual
  /// Packed by something else than DEFLATE.
  case method(Int)
  /// A name that could lead out of a folder, or is none.
  case unsafeName
  /// A link instead of a file.
  case link(String)
  /// Two names that some systems take for one.
  case sameName(String)
  case tooManyEntries
  /// More comes out than is allowed.
  case tooLarge
  /// An octet swells to more than is allowed.
  case bomb(String)
  /// The octets are not those that were packed.
  case checksum(String)
  case missing(String)
}
